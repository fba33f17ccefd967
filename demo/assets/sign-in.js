// A page whose customers sign in with OAuth 2.0.
import { OAuth } from '/cdn/oauth.js';

const chat = document.querySelector('live-chat');
const auth = new OAuth({
  issuer: 'https://sign-in.demo-shop.example',
  // The demo's provider has a made-up name, and is served from here.
  configuration: '/demo-provider/.well-known/openid-configuration',
  clientId: 'demo-shop',
});
chat.setAuthTokenProvider(auth.provider);

const say = (text) => (document.getElementById('state').textContent = text);

async function attempt(act) {
  try {
    await act();
    // A conversation that the customer has begun on another device is here, too. Mostly there is none, or it is here already.
    if (auth.signedIn) chat.restore().catch(() => undefined);
    say(auth.signedIn ? 'You are signed in.' : 'You are not signed in.');
  } catch (error) {
    say(error.code === 'cancelled' ? 'You did not sign in.' : `Signing in failed: ${error.message}.`);
  }
}

document.getElementById('popup').addEventListener('click', () => attempt(() => auth.signIn()));
document.getElementById('redirect').addEventListener('click', () => attempt(() => auth.signIn({ redirect: true })));
document.getElementById('out').addEventListener('click', () =>
  attempt(async () => {
    await chat.logout();
    await auth.signOut();
  }),
);
await attempt(() => auth.finish());
