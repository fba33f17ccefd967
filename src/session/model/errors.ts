/**
 * Why something was refused or failed. A code has one meaning, is stable, and is what programs branch on; texts are for
 * people and may change.
 *
 * - `already-active`, `not-active`: the verb needs the other situation
 * - `invalid`: an argument is wrong; the message names the field and the remedy
 * - `empty`, `too-long`: the text can't be sent as it is
 * - `too-large`, `too-many`, `type-not-allowed`: a file, or one more, is not taken by this server
 * - `type-mismatch`: what is in a file is not what its name or type says
 * - `unknown-file`: there is no such file in the conversation
 * - `unreadable`: a file was changed or taken away since it was chosen, and has to be chosen again
 * - `ended`: the conversation takes no more messages
 * - `blocked`: the visitor may not write here
 * - `denied`: the server knows no such conversation, or the stored handle does not open it
 * - `unsupported`: this transport can't do it
 * - `load-failed`: a part of the script could not be loaded; it may be tried again
 * - `unreachable`: the server does not answer
 * - `timeout`: the server did not answer in time; whether it acted is unknown
 * - `protocol`: the other side sent something that can't be understood
 * - `version`: the server speaks another protocol version
 * - `refused`: the server said no, for a reason of its own
 * - `busy`: too much at once; goes on by itself
 * - `exhausted`: there is no more of it
 * - `withdrawn`: the visitor took the message back before it was sent
 * - `prevented`: a `chat-before-*` listener of the page stopped it
 * - `closed`: the chat was taken off the page before that was done; a message is not kept then
 * - `expired`: the visitor was away for longer than the page allows
 * - `unattended`: nobody is there for new conversations at this time; a message can be left
 * - `context-failed`: the page's context provider failed
 * - `token-failed`, `token-missing`, `token-invalid`: the page's auth token provider failed, gave none, or gave one that the server does not accept
 * - `token-function`: the function of the page that is to get a token, by its name, is not there
 */
export type ChatErrorCode =
  | 'already-active'
  | 'not-active'
  | 'invalid'
  | 'empty'
  | 'too-long'
  | 'too-large'
  | 'too-many'
  | 'type-not-allowed'
  | 'type-mismatch'
  | 'unknown-file'
  | 'unreadable'
  | 'ended'
  | 'blocked'
  | 'denied'
  | 'unsupported'
  | 'load-failed'
  | 'unreachable'
  | 'timeout'
  | 'protocol'
  | 'version'
  | 'refused'
  | 'busy'
  | 'exhausted'
  | 'withdrawn'
  | 'prevented'
  | 'closed'
  | 'expired'
  | 'unattended'
  | 'context-failed'
  | 'token-failed'
  | 'token-function'
  | 'token-missing'
  | 'token-invalid';

/** The only error that verbs reject with. `message` is the documented text where the contract has one. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
  /** The stable code; see {@link ChatErrorCode}. */
  readonly code: ChatErrorCode;

  constructor(code: ChatErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
