/**
 * What a site's own back end does for customers who are signed in there, for the demo: it gives out tokens. A site
 * asks its own session who the customer is; the demo believes whoever says so, and so is for trying it out alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import * as v from 'valibot';
import { userData } from '../../src/protocol/index.js';
import { answerJson, readJson } from './http/answers.js';
import type { AuthenticationConfig } from './identity/config.js';

const ISSUER = 'demo-shop.example';

/** How long a token lasts, in seconds. */
const LASTS = 300;

/** Where the demo's pages get theirs. */
const ADDRESS = '/demo-identity/token';

/** See the module. */
export interface DemoIdentity {
  /** How the channel `members` is told of it. */
  readonly authentication: AuthenticationConfig;
  /** What it signs with. */
  readonly key: JWK;
  /** Serves `POST /demo-identity/token`, and passes everything else on. */
  before(next: RequestListener): RequestListener;
}

const wanted = v.object({
  customer: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  context: v.optional(userData),
});

/** Makes it, with a key that is made at the first start for its owner's eyes only. */
export async function demoIdentity(dataFolder: string): Promise<DemoIdentity> {
  const file = path.join(dataFolder, 'demo-identity.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
  }
  const own = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const key = await importJWK(own, 'ES256');
  const { kty, crv, x, y } = own;
  const issue = (customer: string, context: object | undefined): Promise<string> =>
    new SignJWT(context ? { lwicontexts: JSON.stringify(context) } : {})
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setSubject(customer)
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime(`${LASTS}s`)
      .sign(key);
  return {
    key: own,
    authentication: { issuer: ISSUER, algorithms: ['ES256'], jwks: { keys: [{ kty, crv, x, y, alg: 'ES256' }] } },
    before: (next) => (request, response) => {
      if (request.url !== ADDRESS) return void next(request, response);
      const site = request.headers['sec-fetch-site'];
      if (request.method !== 'POST' || (site !== undefined && site !== 'same-origin'))
        return answerJson(response, 405, {});
      readJson(request)
        .then(async (body) => {
          const parsed = v.safeParse(wanted, body);
          if (!parsed.success) return answerJson(response, 400, { error: 'a customer is wanted, as JSON' });
          const { customer, context } = parsed.output;
          answerJson(response, 200, { token: await issue(customer, context) });
        })
        .catch(() => response.destroy());
    },
  };
}
