import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { Channels } from '../../../demo/server/identity/channels.js';
import type { AuthenticationConfig } from '../../../demo/server/index.js';
import { AUTHENTICATION, claims, encoded, JWKS, PEM, sign, SITE, STRANGER } from './keys.js';

const NOW = 1_800_000_000_000;
const SECOND = NOW / 1000;
const SECRET = 'a shared secret that has enough bytes';

const clock = { now: () => NOW, delay: () => () => undefined };

async function channelsOf(more: Partial<AuthenticationConfig> = {}, logged: string[] = []): Promise<Channels> {
  return Channels.from(
    { members: { authentication: { ...AUTHENTICATION, ...more } } },
    clock,
    (_level, _event, what) => void logged.push(String(what?.reason)),
  );
}

const good = (more: Record<string, unknown> = {}): ReturnType<typeof claims> => claims(more, NOW);

/** Everything that must not get in, by what is wrong with it. */
async function hostile(): Promise<Record<string, string | undefined>> {
  const token = await sign(good());
  const [header = '', payload = '', signature = ''] = token.split('.');
  const hmac = (head: object, key: string): string => {
    const signed = `${encoded(head)}.${encoded(good())}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
  const unsigned = (head: object): string => `${encoded(head)}.${encoded(good())}`;
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  const contexts = (text: unknown): Promise<string> => sign(good({ lwicontexts: text }));
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ownJwk = own.publicKey.export({ format: 'jwk' });
  return {
    'alg none': `${unsigned({ alg: 'none', typ: 'JWT' })}.`,
    'alg none with a signature': `${unsigned({ alg: 'none', typ: 'JWT' })}.${signature}`,
    'alg None': `${unsigned({ alg: 'None', typ: 'JWT' })}.${signature}`,
    'alg NONE without a dot': unsigned({ alg: 'NONE', typ: 'JWT' }),
    'no alg': `${unsigned({ typ: 'JWT' })}.${signature}`,
    'alg of another type': `${unsigned({ alg: ['RS256'], typ: 'JWT' })}.${signature}`,
    'HS256 with the public key as the secret': hmac({ alg: 'HS256', typ: 'JWT' }, PEM),
    'HS256 with the trimmed public key as the secret': hmac({ alg: 'HS256', typ: 'JWT' }, PEM.trim()),
    'HS256 with an empty secret': hmac({ alg: 'HS256', typ: 'JWT' }, ''),
    'an algorithm that is not on the list': await sign(good(), { alg: 'RS512', key: await rs512() }),
    'signed by somebody else': await sign(good(), { key: STRANGER }),
    'signed by somebody else with a known kid': await sign(good(), { key: STRANGER, kid: 'one' }),
    'a kid that is a path': await sign(good(), { key: STRANGER, kid: '../../../../dev/null' }),
    'a kid that is a query': await sign(good(), { key: STRANGER, kid: "x' union select 'key" }),
    'a key of its own in the header': await sign(good(), { key: STRANGER, jwk: ownJwk }),
    'its own key, signed well': await sign(good(), { jwk: JWKS.keys[0] }),
    'an address for keys': await sign(good(), { jku: 'https://evil.example/keys' }),
    'an address for a certificate': await sign(good(), { x5u: 'https://evil.example/cert' }),
    'a certificate': await sign(good(), { x5c: ['AAAA'] }),
    'something critical': await sign(good(), { crit: ['x'], x: 1 }),
    'another typ': await sign(good(), { typ: 'at+jwt' }),
    'no typ': await sign(good(), { typ: undefined }),
    'another issuer': await sign(good({ iss: 'evil.example' })),
    'an issuer with a slash more': await sign(good({ iss: 'shop.example/' })),
    'no issuer': await sign(good({ iss: undefined })),
    'another audience': await sign(good({ aud: 'billing' })),
    'no audience': await sign(good({ aud: undefined })),
    'no subject': await sign(good({ sub: undefined })),
    'an empty subject': await sign(good({ sub: '' })),
    'a subject that is no text': await sign(good({ sub: 7 as unknown as string })),
    'a subject with a line break': await sign(good({ sub: 'a\nb' })),
    'a subject without end': await sign(good({ sub: 'a'.repeat(257) })),
    'no expiry': await sign(good({ exp: undefined })),
    'an expiry that is no number': await sign(good({ exp: '9999999999' as unknown as number })),
    'expired just beyond the skew': await sign(good({ exp: SECOND - 60 })),
    'not yet, just beyond the skew': await sign(good({ nbf: SECOND + 61 })),
    'made tomorrow': await sign(good({ iat: SECOND + 86_400, nbf: undefined })),
    'changed after it was signed': `${header}.${encoded(good({ sub: 'boss' }))}.${signature}`,
    'another signature': `${header}.${payload}.${flipped}`,
    'no signature': `${header}.${payload}.`,
    'two dots alone': '..',
    'two parts': `${header}.${payload}`,
    'four parts': `${token}.${signature}`,
    'five parts, as if encrypted': `${token}.${signature}.${signature}`,
    'cut off': token.slice(0, -10),
    'blanks around it': ` ${token} `,
    'a line break in it': token.replace('.', '.\n'),
    'a header that is no JSON': `${encoded('nonsense')}.${payload}.${signature}`,
    'a header that is a list': `${encoded([])}.${payload}.${signature}`,
    'without end': await sign(good({ more: 'x'.repeat(20_000) })),
    'a context that is no JSON': await contexts('{'),
    'a context that is an object already': await contexts({ a: 1 }),
    'a context that is a list': await contexts('[1]'),
    'a context with an object in it': await contexts('{"a":{"b":1}}'),
    'a context of too many': await contexts(
      JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, i]))),
    ),
  };
}

async function rs512(): Promise<CryptoKey> {
  const { generateKeyPair } = await import('jose');
  return (await generateKeyPair('RS512')).privateKey;
}

describe('tokens of customers', () => {
  let bad: Record<string, string | undefined>;
  before(async () => {
    bad = await hostile();
  });

  test('a good one says who it is, in which context and until when', async () => {
    const channels = await channelsOf();
    const token = await sign(good({ lwicontexts: '{"msdyn_cartvalue":"10000","vip":true}' }));
    assert.deepEqual(await channels.identify('members', token), {
      customer: 'customer-7',
      issuer: 'shop.example',
      realm: 'members',
      context: { msdyn_cartvalue: '10000', vip: true },
      until: NOW + 660_000,
    });
  });

  test('forty bad ones and more are all refused, in the same words, by public key and by set', async () => {
    assert.ok(Object.keys(bad).length >= 40);
    const logged: string[] = [];
    for (const key of [{}, { publicKey: undefined, jwks: JWKS }]) {
      const channels = await channelsOf(key, logged);
      for (const [what, token] of Object.entries(bad)) {
        await assert.rejects(channels.identify('members', token), (error: { code?: string; message?: string }) => {
          assert.deepEqual([error.code, error.message], ['token-invalid', 'the token is not accepted'], what);
          return true;
        });
      }
    }
    // The operator is told the kind, and never what was in it.
    assert.equal(logged.length, 2 * Object.keys(bad).length);
    assert.ok(logged.every((reason) => /^[\w-]+$/.test(reason)));
  });

  test('none at all is asked for', async () => {
    const channels = await channelsOf();
    for (const nothing of [undefined, ''])
      await assert.rejects(channels.identify('members', nothing), { code: 'token-required' });
  });

  test('the clocks may be apart by the skew, and no more', async () => {
    const channels = await channelsOf({ skew: 30 });
    const comes = async (more: object): Promise<boolean> =>
      channels.identify('members', await sign(good({ ...more }))).then(
        () => true,
        () => false,
      );
    assert.equal(await comes({ exp: SECOND - 29 }), true);
    assert.equal(await comes({ exp: SECOND - 30 }), false);
    assert.equal(await comes({ nbf: SECOND + 30 }), true);
    assert.equal(await comes({ nbf: SECOND + 31 }), false);
  });

  test('however long a token lasts, another is wanted after a day', async () => {
    const channels = await channelsOf();
    const claimed = await channels.identify('members', await sign(good({ exp: 1e15 })));
    assert.equal(claimed?.until, NOW + 86_400_000);
  });

  test('where none is wanted, none is looked at', async () => {
    const channels = await channelsOf();
    assert.equal(await channels.identify('elsewhere', bad['alg none']), undefined);
    channels.mayBeAnonymous('elsewhere');
    assert.throws(() => channels.mayBeAnonymous('members'), { code: 'token-required' });
  });

  test('what holds for all channels holds for one that is made up', async () => {
    const channels = await Channels.from({ '*': { authentication: AUTHENTICATION }, open: {} }, clock, () => undefined);
    await assert.rejects(channels.identify('made-up', undefined), { code: 'token-required' });
    assert.equal(await channels.identify('open', undefined), undefined);
  });

  test('a secret is taken with HS256, and without an audience a token for somebody is refused', async () => {
    const own = { publicKey: undefined, secret: SECRET, algorithms: ['HS256'], audience: undefined } as const;
    const channels = await channelsOf(own);
    const key = new TextEncoder().encode(SECRET);
    const token = await sign(good({ aud: undefined }), { alg: 'HS256', key });
    assert.equal((await channels.identify('members', token))?.customer, 'customer-7');
    const foreign = await sign(good(), { alg: 'HS256', key });
    await assert.rejects(channels.identify('members', foreign), { code: 'token-invalid' });
    await assert.rejects(channels.identify('members', await sign(good(), { key: SITE })), { code: 'token-invalid' });
  });

  test('where a token may have no typ, one that says it is of another kind is refused', async () => {
    const channels = await channelsOf({ typ: null });
    assert.equal((await channels.identify('members', await sign(good(), { typ: undefined })))?.customer, 'customer-7');
    assert.equal((await channels.identify('members', await sign(good())))?.customer, 'customer-7');
    for (const typ of ['at+jwt', 'logout+jwt', ''])
      await assert.rejects(channels.identify('members', await sign(good(), { typ })), { code: 'token-invalid' }, typ);
  });

  test('keys that can’t be fetched are the server’s trouble', async () => {
    const channels = await channelsOf({ publicKey: undefined, jwksUrl: 'http://127.0.0.1:9/keys' });
    await assert.rejects(channels.identify('members', await sign(good())), { code: 'unavailable' });
  });
});

describe('the configuration of identities', () => {
  test('what would let anybody in, or nobody, is refused at the start by name', async () => {
    const wrong: Record<string, [Partial<AuthenticationConfig>, RegExp]> = {
      'no key': [{ publicKey: undefined }, /members\.authentication\.publicKey or secret/],
      'two keys': [{ secret: SECRET }, /only one of them/],
      'a public key as a secret': [{ algorithms: ['HS256'] }, /authentication\.algorithms must be HS256/],
      'a mixed list': [
        { publicKey: undefined, jwks: JWKS, algorithms: ['RS256', 'HS256'] },
        /none of them with public/,
      ],
      'none as an algorithm': [{ algorithms: ['none' as 'RS256'] }, /can't have none/],
      'no algorithm': [{ algorithms: [] }, /at least one/],
      'a short secret': [{ publicKey: undefined, secret: 'short', algorithms: ['HS256'] }, /at least 32 bytes/],
      'a key that is none': [{ publicKey: 'nonsense' }, /BEGIN PUBLIC KEY/],
      'a key of another kind': [{ algorithms: ['ES256'] }, /public key for ES256/],
      'a private key in the set': [
        { publicKey: undefined, jwks: { keys: [{ kty: 'RSA', d: 'x' }] } },
        /public keys only/,
      ],
      'keys over a plain line': [{ publicKey: undefined, jwksUrl: 'http://shop.example/keys' }, /https:/],
      'a skew of an hour': [{ skew: 3600 }, /from 0 to 300/],
      'no issuer': [{ issuer: '' }, /issuer/],
    };
    for (const [what, [more, message]] of Object.entries(wrong)) await assert.rejects(channelsOf(more), message, what);
  });
});
