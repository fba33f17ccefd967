/** `live-chat-elements/session`: the model, without DOM, Lit or vendor. Runs in Node. */
import { createSession, type Chat, type ChatOptions } from './chat.js';
import { memoryPorts } from './memory.js';
import { mistakeOf } from './mistakes.js';
import type { Ports } from './ports.js';

/** What {@link createChat} takes: a transport at least. Ports that are not given work in memory. */
export type CreateChatOptions = Omit<ChatOptions, 'ports' | 'endpoint' | 'channel'> & {
  readonly endpoint?: string | undefined;
  readonly channel?: string | undefined;
  readonly ports?: Partial<Ports> | undefined;
};

/** Who gives no `report` hears of their own mistakes all the same, as with the element. */
function warn(what: unknown): void {
  const mistake = mistakeOf(what);
  if (mistake !== undefined) console.warn('[live-chat]', mistake);
}

/**
 * A headless chat: the same verbs, state and events as `<live-chat>`, anywhere JavaScript runs.
 * @throws ChatError `invalid` when `userData` is malformed
 */
export function createChat(options: CreateChatOptions): Chat {
  return createSession({
    ...options,
    report: options.report ?? warn,
    endpoint: options.endpoint ?? '',
    channel: options.channel ?? 'default',
    ports: memoryPorts(options.ports),
  });
}

export type { Chat, ChatOptions } from './chat.js';
export type { BeforeMap, Intercept } from './before.js';
export { EVENTS, type EventName, type EventRow } from '../vocabulary/events.js';
export type { ChatHandle, ChatHost, ChatVerbs, MoreVerbs, ServerResponse, StartChatOptions, Threads } from './host.js';
export type { PreProcessor } from './flows/pre-processors.js';
export type { ChatEvent, ChatEventMap } from './events.js';
export type { Intent, IntentMap, IntentType } from './intents.js';
export type * from './model/types.js';
export type { Fact } from './model/facts.js';
export { ChatError, type ChatErrorCode } from './model/errors.js';
export { isChatError } from './model/is-chat-error.js';
export { INITIAL_STATE } from './model/initial.js';
export * from './model/selectors.js';
export { threadsOf } from './model/threads-of.js';
export type * from './ports.js';
export { memoryPorts, memoryStore, systemClock, systemRandom } from './memory.js';
export * from './transport.js';
