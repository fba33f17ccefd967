/** How the customers of a channel prove who they are: what an operator writes, checked once, at the start. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  importSPKI,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** The signatures that can be allowed. */
export const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'HS256',
  'HS384',
  'HS512',
] as const;

/** One of {@link ALGORITHMS}. */
export type Algorithm = (typeof ALGORITHMS)[number];

/** See the module. Of `publicKey`, `secret`, `jwks` and `jwksUrl` exactly one is given. */
export interface AuthenticationConfig {
  /** The `iss` of every token. */
  readonly issuer: string;
  /** The `aud`. Left out, a token that names an audience is for somebody else. */
  readonly audience?: string | undefined;
  /** The signatures that are taken; nothing in a token can add to them. */
  readonly algorithms: readonly Algorithm[];
  /** A public key as PEM (SPKI). */
  readonly publicKey?: string | undefined;
  /** A shared secret of at least 32 bytes, for HS256 and its kin only. */
  readonly secret?: string | undefined;
  /** A set of public keys, chosen by `kid`. */
  readonly jwks?: { readonly keys: readonly object[] } | undefined;
  /** Where such a set is: `https:`, or the machine itself. It is fetched when it is needed, and kept for a time. */
  readonly jwksUrl?: string | undefined;
  /** How far the clocks may be apart, in seconds. Default: 60, at most 300. */
  readonly skew?: number | undefined;
  /** The `typ` of the token's header. Default: `JWT`. With `null` a token may have none, as those of many OpenID providers. */
  readonly typ?: string | null | undefined;
  /** Channels with the same realm share their customers. Default: the channel's name. */
  readonly realm?: string | undefined;
}

/** The same, ready for use. */
export interface Authentication {
  readonly issuer: string;
  readonly audience: string | undefined;
  readonly algorithms: readonly Algorithm[];
  readonly key: CryptoKey | Uint8Array | JWTVerifyGetKey;
  readonly skew: number;
  readonly typ: string | null;
  readonly realm: string;
}

/** The least of a shared secret: what the shortest of its algorithms asks for. */
const LEAST_SECRET = 32;

const MOST_SKEW = 300;

/** Checks and prepares it. Rejects with an error that names the channel, the field and the remedy. */
export async function authenticationFrom(channel: string, config: AuthenticationConfig): Promise<Authentication> {
  const wrong = (field: string, remedy: string): RangeError =>
    new RangeError(`channels.${channel}.authentication.${field} ${remedy}`);
  const { issuer, audience, algorithms, skew = 60, typ = 'JWT', realm = channel } = config;
  if (issuer === '') throw wrong('issuer', 'must be the tokens’ iss');
  if (audience === '') throw wrong('audience', 'must be the tokens’ aud, or be left out');
  if (algorithms.length === 0) throw wrong('algorithms', `must name at least one of ${ALGORITHMS.join(', ')}`);
  const unknown = algorithms.find((one) => !ALGORITHMS.includes(one));
  if (unknown !== undefined) throw wrong('algorithms', `can't have ${unknown}: take some of ${ALGORITHMS.join(', ')}`);
  if (!Number.isInteger(skew) || skew < 0 || skew > MOST_SKEW)
    throw wrong('skew', `must be a whole number of seconds from 0 to ${MOST_SKEW}`);
  const given = (['publicKey', 'secret', 'jwks', 'jwksUrl'] as const).filter((name) => config[name] !== undefined);
  if (given.length !== 1) throw wrong('publicKey', 'or secret, jwks or jwksUrl must be given, and only one of them');
  // A public key is no secret: whoever may sign with what everybody knows can be anybody.
  const shared = algorithms.filter((one) => one.startsWith('HS'));
  if (given[0] === 'secret' ? shared.length < algorithms.length : shared.length > 0)
    throw wrong('algorithms', 'must be HS256, HS384 or HS512 with a secret, and none of them with public keys');
  const key = await keyFrom(config, wrong);
  return { issuer, audience, algorithms, key, skew, typ, realm };
}

async function keyFrom(
  { publicKey, secret, jwks, jwksUrl, algorithms }: AuthenticationConfig,
  wrong: (field: string, remedy: string) => RangeError,
): Promise<Authentication['key']> {
  if (secret !== undefined) {
    const bytes = new TextEncoder().encode(secret);
    if (bytes.length < LEAST_SECRET) throw wrong('secret', `must have at least ${LEAST_SECRET} bytes`);
    return bytes;
  }
  if (publicKey !== undefined) {
    if (new Set(algorithms).size > 1) throw wrong('algorithms', 'must be one alone with a publicKey: it fits one');
    try {
      return await importSPKI(publicKey, algorithms[0] ?? '');
    } catch {
      throw wrong('publicKey', `must be a public key for ${algorithms[0] ?? ''} as PEM: -----BEGIN PUBLIC KEY-----`);
    }
  }
  if (jwks !== undefined) {
    if (jwks.keys.some((one) => 'd' in one || 'k' in one)) throw wrong('jwks', 'must have public keys only');
    return createLocalJWKSet(jwks as JSONWebKeySet);
  }
  const url = URL.canParse(jwksUrl ?? '') ? new URL(jwksUrl ?? '') : undefined;
  const local = url?.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || local)) throw wrong('jwksUrl', 'must be an https: address');
  return fetched(createRemoteJWKSet(url, { timeoutDuration: 5000 }));
}

/** The keys can't be had now, which says nothing of the token. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Tells keys that can't be fetched from a token that none of them fits. */
function fetched(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysUnavailable('the keys are not available', { cause: error });
    }
  };
}
