/** The warning about an auth token provider that nobody asks. Fetched where the page has one and the server does not want it. */
import type { Core } from './core.js';

const told = new WeakSet<Core>();

/** Warns the page's developer, once in a session. */
export function tellUnused(core: Core): void {
  if (told.has(core)) return;
  told.add(core);
  const detail = 'no token is asked for here: the auth token provider is not used';
  core.apply({ type: 'warning', code: 'token-unused', detail });
}
