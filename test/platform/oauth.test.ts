/** Signing in, against a made-up provider that answers as each test says; the end-to-end tests have a real one. */
import { expect } from '@open-wc/testing';
import { OAuth, type OAuthOptions, type SignInCode } from '../../src/platform/oauth.js';

const ISSUER = 'https://id.example';
const KEPT = 'live-chat-elements/oauth';
type Said = Readonly<Record<string, unknown>>;

const original = { fetch: globalThis.fetch, open: globalThis.open };
const address = location.href;
afterEach(() => {
  Object.assign(globalThis, original);
  sessionStorage.removeItem(KEPT);
  history.replaceState(null, '', address);
});

const METADATA: Said = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  revocation_endpoint: `${ISSUER}/revoke`,
};
const idToken = (claims: Said): string => {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: ISSUER, aud: 'shop', nonce: 'n', iat: now, exp: now + 300, ...claims };
  return `h.${btoa(JSON.stringify(all)).replace(/=/g, '')}.s`;
};
const tokens = (claims: Said = {}, more: Said = {}): Said => ({
  id_token: idToken(claims),
  access_token: 'access',
  refresh_token: 'refresh',
  expires_in: 300,
  ...more,
});

/** A provider that gives these answers to questions for tokens, one after the other; what it was asked. */
function provider(answers: (Said | number)[], metadata: Said = METADATA): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (url.endsWith('/.well-known/openid-configuration')) return Response.json(metadata);
    asked.push(init!.body as URLSearchParams);
    if (url.endsWith('/revoke')) return new Response('');
    const answer = answers.shift();
    return typeof answer === 'number' ? new Response('{}', { status: answer }) : Response.json(answer);
  };
  return asked;
}

/** The page is where the provider has sent the visitor back to. */
async function back(query: string, options: Partial<OAuthOptions> = {}): Promise<OAuth> {
  const pending = { state: 's', nonce: 'n', verifier: 'v', redirectUri: location.origin, back: '/left.html' };
  sessionStorage.setItem(KEPT, JSON.stringify(pending));
  history.replaceState(null, '', `?${query}`);
  const auth = new OAuth({ issuer: ISSUER, clientId: 'shop', ...options });
  await auth.finish();
  return auth;
}

async function fails(run: Promise<unknown>, code: SignInCode): Promise<void> {
  const error = await run.then(
    () => undefined,
    (reason: Error & { code?: string }) => reason,
  );
  expect(error?.code).to.equal(code);
  expect(error?.message).to.not.contain('secret');
}

const shown = (auth: OAuth): unknown => auth.provider(() => undefined);

describe('OAuth', () => {
  it('exchanges the code with its verifier, once, and leaves nothing in the address or the storage', async () => {
    const asked = provider([tokens()]);
    const auth = await back('code=c&state=s');
    expect(Object.fromEntries(asked[0]!)).to.deep.equal({
      grant_type: 'authorization_code',
      code: 'c',
      redirect_uri: location.origin,
      client_id: 'shop',
      code_verifier: 'v',
    });
    expect([auth.signedIn, location.search, sessionStorage.getItem(KEPT)]).to.deep.equal([true, '', null]);
    expect(await shown(auth)).to.equal(tokens()['id_token']);
    expect(await auth.finish()).to.equal(undefined);
    expect(asked.length).to.equal(1);
  });

  it('shows the access token where that is wanted', async () => {
    provider([tokens()]);
    expect(await shown(await back('code=c&state=s', { show: 'access' }))).to.equal('access');
  });

  it('believes no answer to another question, of another provider, or for somebody else', async () => {
    provider([]);
    await fails(back('code=secret&state=other'), 'protocol');
    await fails(back('code=secret&state=s&iss=https://evil.example'), 'protocol');
    for (const wrong of [{ nonce: 'secret' }, { iss: 'https://evil.example' }, { aud: 'secret' }]) {
      provider([tokens(wrong)]);
      await fails(back('code=secret&state=s'), 'protocol');
    }
    provider([tokens({}, { id_token: 'secret' })]);
    await fails(back('code=secret&state=s'), 'protocol');
    provider([tokens({}, { id_token: undefined })]);
    await fails(back('code=secret&state=s'), 'protocol');
  });

  it('tells who did not want to from who may not, and from what does not answer', async () => {
    provider([]);
    await fails(back('error=access_denied&state=s'), 'cancelled');
    await fails(back('error=secret&state=s'), 'refused');
    provider([400]);
    await fails(back('code=secret&state=s'), 'refused');
    provider([503]);
    await fails(back('code=secret&state=s'), 'unreachable');
    globalThis.fetch = () => Promise.reject(new TypeError('secret'));
    await fails(back('code=secret&state=s'), 'unreachable');
  });

  it('gives codes and tokens to safe addresses only', async () => {
    for (const token_endpoint of ['http://evil.example/token', 'javascript:alert(1)', 'data:,x', 7, undefined]) {
      provider([tokens()], { ...METADATA, token_endpoint });
      await fails(back('code=secret&state=s'), 'protocol');
    }
    provider([tokens()], { ...METADATA, issuer: 'https://evil.example' });
    await fails(back('code=secret&state=s'), 'protocol');
    expect(() => new OAuth({ issuer: ISSUER, clientId: 'shop', redirectUri: 'https://evil.example/' })).to.throw(
      'redirectUri',
    );
  });

  it('renews a token that has little time left, once for all who ask, and is signed out when the provider says so', async () => {
    const now = Math.floor(Date.now() / 1000);
    const nearly = { iat: now - 280, exp: now + 20 };
    // Its time counts from when it came, by this device's clock.
    const asked = provider([tokens({ iat: now, exp: now }), tokens(nearly, { refresh_token: 'second' }), 400]);
    const auth = await back('code=c&state=s');
    const realNow = Date.now;
    const later = (seconds: number): unknown => (Date.now = () => realNow() + seconds * 1000);
    try {
      later(50);
      await Promise.all([shown(auth), shown(auth)]);
      expect(asked.length).to.equal(2);
      expect(asked[1]!.get('refresh_token')).to.equal('refresh');
      later(340);
      expect(await shown(auth)).to.equal('');
      expect(asked[2]!.get('refresh_token')).to.equal('second');
      expect(auth.signedIn).to.equal(false);
    } finally {
      Date.now = realNow;
    }
  });

  it('forgets at a sign-out, also what is just coming, and has the provider forget', async () => {
    const asked = provider([tokens()]);
    const auth = await back('code=c&state=s');
    await auth.signOut();
    expect(auth.signedIn).to.equal(false);
    expect(await shown(auth)).to.equal('');
    expect(asked.at(-1)!.get('token')).to.equal('refresh');
  });

  it('says that the browser has blocked the window', async () => {
    provider([]);
    globalThis.open = () => null;
    await fails(new OAuth({ issuer: ISSUER, clientId: 'shop' }).signIn(), 'blocked');
  });

  it('takes an answer from its own window alone', async () => {
    provider([tokens()]);
    const popup = { closed: false, location: { href: '' }, close: () => void (popup.closed = true) };
    globalThis.open = () => popup as unknown as Window;
    const auth = new OAuth({ issuer: ISSUER, clientId: 'shop' });
    const signing = auth.signIn();
    while (popup.location.href === '') await new Promise((resolve) => setTimeout(resolve, 5));
    const { searchParams: question } = new URL(popup.location.href);
    expect(question.get('code_challenge_method')).to.equal('S256');
    expect([question.get('client_id'), question.get('response_type')]).to.deep.equal(['shop', 'code']);
    expect(question.get('state')!.length).to.be.at.least(43);
    // Its source is this window, and not the one that was opened.
    postMessage({ type: KEPT, answer: `code=c&state=${question.get('state')}` }, location.origin);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(auth.signedIn).to.equal(false);
    popup.close();
    await fails(signing, 'cancelled');
  });
});
