/**
 * The composition root: session, platform and transport put together. Only ever imported dynamically, at the first act.
 */
import { browserPorts } from './platform/ports.js';
import type { Persist } from './platform/marker.js';
import { createSession, type Chat } from './session/chat.js';
import { mistakeOf } from './session/mistakes.js';
import type { Fact } from './session/model/facts.js';
import type { ChatState, UserData } from './session/model/types.js';
import type { TransportFactory } from './session/transport.js';
import { socketIo } from './transports/socket-io/index.js';
import { scopeOf } from './vocabulary/storage.js';

/** What `<live-chat>` asks a session with. */
export type EngineOptions = {
  readonly endpoint: string;
  readonly channel: string;
  /** The registry key; default: endpoint and channel. */
  readonly sessionKey?: string | undefined;
  readonly persist: Persist;
  readonly userData?: UserData | undefined;
  readonly language?: (() => string | undefined) | undefined;
  /** Another back end; default: Socket.IO. */
  readonly transport?: TransportFactory | undefined;
  /** Logs diagnostics to the console, without texts, names or credentials. */
  readonly debug?: boolean | undefined;
};

/** How long a session outlives its last element: a moved element or a route change takes it up again. */
const GRACE = 5_000;

/** As the protocol has it. A mistake here must not keep the page's visitors from chatting. */
const CHANNEL = /^[!-~]{1,128}$/;

type Shared = {
  readonly chat: Chat;
  /** What an earlier page left behind is here. */
  readonly ready: Promise<unknown>;
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
};
const sessions = new Map<string, Shared>();

/**
 * The session under a key, shared by every element of the page that asks for it. `release` gives it back: it ends no
 * conversation, and lets go of the connection only when nobody has asked again for a while.
 */
export function acquire(options: EngineOptions): Pick<Shared, 'chat' | 'ready'> & { readonly release: () => void } {
  const scope = scopeOf(options.endpoint, options.channel, options.sessionKey);
  const shared = sessions.get(scope) ?? share(options, scope);
  clearTimeout(shared.timer);
  shared.users++;
  let held = true;
  return {
    chat: shared.chat,
    ready: shared.ready,
    release: () => {
      if (!held) return;
      held = false;
      shared.users--;
      if (shared.users > 0) return;
      shared.timer = setTimeout(() => {
        sessions.delete(scope);
        shared.chat.release();
      }, GRACE);
    },
  };
}

function share(options: EngineOptions, scope: string): Shared {
  const chat = create(options, scope);
  if (options.debug) chat.subscribe(log);
  // Whatever the first act is: what an earlier page left behind comes before it.
  const shared = { chat, ready: chat.recover(), users: 0, timer: undefined };
  sessions.set(scope, shared);
  return shared;
}

function create(
  { endpoint, channel, persist, transport = socketIo, userData, language, debug }: EngineOptions,
  scope: string,
): Chat {
  if (!CHANNEL.test(channel))
    console.warn(`[live-chat] channel="${channel}" is left out: it takes 1 to 128 ASCII characters without blanks`);
  // A mistake of the page is told always; the rest is for whoever looks into it.
  const report = (what: unknown) => {
    const mistake = mistakeOf(what);
    if (mistake !== undefined) console.warn('[live-chat]', mistake);
    else if (debug) console.debug('[live-chat]', what);
  };
  const session = {
    endpoint,
    channel: CHANNEL.test(channel) ? channel : 'default',
    ports: browserPorts(persist, scope),
    transport,
    language,
    report,
  };
  try {
    return createSession({ ...session, userData });
  } catch (error) {
    // A mistake in the page must not keep its visitors from chatting.
    console.warn('[live-chat] userData is left out:', error);
    return createSession(session);
  }
}

/** What changed, by its name only: facts hold texts and names. */
function log(state: ChatState, facts: readonly Fact[]): void {
  for (const { type } of facts) console.debug('[live-chat]', type, state.connection.status, state.connection.attempts);
}
