/**
 * A provider of OAuth 2.0 and OpenID Connect for the demo, so that a page can sign customers in without anybody else's server. It is
 * a real one with a sign-in that asks for a name alone, and so is for trying it out alone.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';
import { answer } from './http/answers.js';
import type { AuthenticationConfig } from './identity/config.js';

const ISSUER = 'https://sign-in.demo-shop.example';
const CLIENT = 'demo-shop';
/** How long a token lasts, in seconds. */
const LASTS = 300;
const PROVIDER = '/demo-provider';
const QUESTION = /^\/demo-provider\/interaction\/([\w-]{1,64})$/;
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
const MOST_BODY = 4096;

/** See the module. */
export interface DemoProvider {
  /** How a channel is told of it. */
  readonly authentication: AuthenticationConfig;
  /** Serves everything below `/demo-provider/`, and passes everything else on. */
  before(next: RequestListener): RequestListener;
}

/** Makes it, to sign with a key (ES256) that is there already. */
export function demoProvider(key: JWK): DemoProvider {
  const { kty, crv, x, y } = key;
  const signing = { ...key, kid: 'demo', alg: 'ES256', use: 'sig' };
  // Loaded with the first request: few people who start the demo ask for it.
  let made: Promise<Provider> | undefined;
  return {
    authentication: {
      issuer: ISSUER,
      audience: CLIENT,
      algorithms: ['ES256'],
      typ: null,
      jwks: { keys: [{ kty, crv, x, y, alg: 'ES256', kid: 'demo' }] },
    },
    before: (next) => (request, response) => {
      const { url = '' } = request;
      if (!url.startsWith(`${PROVIDER}/`)) return void next(request, response);
      made ??= import('oidc-provider').then(({ default: Made }) => new Made(ISSUER, configuration(signing, request)));
      made.then((provider) => serve(provider, request, response, url)).catch(() => response.destroy());
    },
  };
}

async function serve(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  if (QUESTION.test(url)) return ask(provider, request, response);
  // Its addresses are below the prefix: it takes it off, and knows from `originalUrl` where it stands.
  Object.assign(request, { originalUrl: url, url: url.slice(PROVIDER.length) });
  await provider.callback()(request, response);
}

/** The sign-in page, and what is pressed there. */
async function ask(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    await provider.interactionDetails(request, response);
    response.setHeader('Content-Security-Policy', POLICY);
    return answer(response, 200, 'text/html; charset=utf-8', PAGE);
  }
  const form = new URLSearchParams(await textOf(request));
  const customer = form.get('customer')?.trim().slice(0, 64) ?? '';
  await provider.interactionFinished(
    request,
    response,
    form.has('cancel') || customer === ''
      ? { error: 'access_denied', error_description: 'the customer does not want to' }
      : { login: { accountId: customer } },
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BODY) throw new RangeError('the form is too long');
  }
  return text;
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Sign in · Kiln &amp; Tern</title>
    <link rel="icon" href="/assets/logo.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/site.css" />
    <link rel="stylesheet" href="/assets/genesys.css" />
  </head>
  <body>
    <main class="wrap">
      <div class="intro"><h1>Sign in</h1><p>Any name will do here: this is the demo’s own provider.</p></div>
      <form method="post" class="panel">
        <label class="field"><span>Customer</span><input name="customer" maxlength="64" value="alex" autocomplete="username" /></label>
        <div class="row">
          <button class="button small primary">Continue</button>
          <button class="button small" name="cancel" value="1">Cancel</button>
        </div>
      </form>
    </main>
  </body>
</html>
`;

function configuration(key: object, { headers }: IncomingMessage): Configuration {
  const origin = `http://${headers.host ?? 'localhost'}`;
  return {
    clients: [
      {
        client_id: CLIENT,
        // A page keeps no secret: PKCE stands in for one.
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${origin}/sign-in.html`],
        post_logout_redirect_uris: [`${origin}/sign-in.html`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    ttl: { IdToken: LASTS, AccessToken: LASTS, RefreshToken: 3600, Session: 3600, Grant: 3600, Interaction: 600 },
    pkce: { required: () => true },
    renderError: (ctx) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = 'This sign-in can not go on. Go back to the shop, and try again.\n';
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_ctx, { uid }) => `${PROVIDER}/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // The shop is the provider's own: nobody needs to allow it anything.
    loadExistingGrant: async ({ oidc: { provider, session, client } }) => {
      const { clientId = CLIENT } = client ?? {};
      const known = session?.grantIdFor(clientId);
      if (known !== undefined) return provider.Grant.find(known);
      const grant = new provider.Grant({ clientId, ...(session?.accountId && { accountId: session.accountId }) });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}
