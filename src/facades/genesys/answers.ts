/** What commands reject with, and what events carry: the documented forms. */
import type { ServerResponse } from '../../session/host.js';
import type { ChatState, ConversationKey } from '../../session/model/types.js';
import { conversationOf } from '../../session/model/selectors.js';
import { textsOf, unsupportedText } from './texts.js';

/** A rejection in the facade's own words: what is handed to `fail()` as it is. */
export class Refusal extends Error {}

/** No answer, or none that could be read: the documents call it an AJAX exception. All else is the server's own word. */
const NO_ANSWER: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'protocol', 'load-failed', 'closed']);

/** A fault as a server response; `network` is the code of every fault that is not the server's word. */
export function faultOf(code: string, message: string): ServerResponse {
  return NO_ANSWER.has(code) ? { code: 'network', message, data: { reason: code } } : { code, message };
}

/**
 * What `fail()` is given: the documented text itself where the documents have one for this command, else a server response.
 * @param error - what a verb rejected with
 */
export function rejectionOf(command: string, error: unknown): unknown {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const given: unknown = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  const code = typeof given === 'string' ? given : 'error';
  const texts = textsOf(command);
  if (Object.values(texts).includes(message)) return message;
  // One code, one meaning; but for `invalid`, which other arguments can be, too.
  if (code !== 'invalid' && Object.hasOwn(texts, code)) return texts[code];
  return code === 'unsupported' ? unsupportedText(command) : faultOf(code, message);
}

/**
 * What is known of a session without asking: never a credential.
 * @param key - the conversation that is meant; default: the current one
 */
export function sessionDataOf(state: ChatState | undefined, key?: ConversationKey): Readonly<Record<string, string>> {
  const conversation = state && conversationOf(state, key);
  return conversation ? { sessionId: conversation.remoteId ?? '', participantId: conversation.me } : {};
}
