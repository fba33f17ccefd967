/** Keys of the tests' own, and tokens made with them: good ones, and every kind of bad one. */
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { AuthenticationConfig } from '../../../demo/server/index.js';

const pair = await generateKeyPair('RS256', { extractable: true });

/** The site's public key as PEM, and as a set. */
export const PEM = await exportSPKI(pair.publicKey);
export const JWKS = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };

/** The site's private key, and one of somebody else. */
export const SITE: CryptoKey = pair.privateKey;
export const STRANGER = (await generateKeyPair('RS256')).privateKey;

/** What the server of the tests is told. */
export const AUTHENTICATION: AuthenticationConfig = {
  issuer: 'shop.example',
  audience: 'chat',
  algorithms: ['RS256'],
  publicKey: PEM,
};

/** What a good token says; `more` changes it, and undefined takes a claim out. */
export function claims(more: Record<string, unknown> = {}, now = Date.now()): JWTPayload {
  const at = Math.floor(now / 1000);
  const all = { sub: 'customer-7', iss: 'shop.example', aud: 'chat', iat: at, nbf: at, exp: at + 600, ...more };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A token, signed as the site does unless told otherwise. */
export function sign(
  payload: JWTPayload = claims(),
  { key = SITE, ...header }: { key?: CryptoKey | Uint8Array; [name: string]: unknown } = {},
): Promise<string> {
  const all = { alg: 'RS256', typ: 'JWT', ...header };
  // A `crit` that the maker understands is one that is signed at all.
  const crit = Object.fromEntries(((all as { crit?: string[] }).crit ?? []).map((name) => [name, true]));
  return new SignJWT(payload).setProtectedHeader(all).sign(key, { crit });
}

/** The parts of a token as they travel, with what is signed changed or not. */
export function encoded(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}
