/** The documented poll commands, over a transport that polls. */
import { MORE_TEXTS } from '../../vocabulary/more-texts.js';
import { ChatError } from '../model/errors.js';
import { conversationOf, isRunning } from '../model/selectors.js';
import { TransportError, type Polling } from '../transport.js';
import { toChatCode } from './codes.js';
import { call, type Core } from './core.js';

/** See the module. */
export class Polls {
  #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** See `MoreVerbs.poll`. */
  async poll(): Promise<void> {
    const { unfinished, unsupported } = MORE_TEXTS.poll;
    const polling = this.#polling(unsupported);
    const remoteId = this.#conversation(unfinished);
    try {
      await call(this.#core, (signal) => polling.once(remoteId, signal));
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (error.code === 'busy') throw new ChatError('busy', unfinished, { cause: error });
      throw new ChatError(toChatCode(error.code), `poll: ${error.message}`, { cause: error });
    }
  }

  /** See `MoreVerbs.startPoll`. */
  async start(): Promise<void> {
    const texts = MORE_TEXTS.startPoll;
    this.#polling(texts.unsupported).start(this.#conversation(texts['not-active']));
  }

  /** See `MoreVerbs.stopPoll`. */
  async stop(): Promise<void> {
    const texts = MORE_TEXTS.stopPoll;
    this.#polling(texts.unsupported).stop(this.#conversation(texts['not-active']));
  }

  /** See `MoreVerbs.resetPollExceptions`. */
  async reset(): Promise<void> {
    this.#polling(MORE_TEXTS.resetPollExceptions.unsupported);
    const { status, reason, serverOffline } = this.#core.state.connection;
    // A server that has been told to be offline is so until it answers.
    if (status !== 'online' && !serverOffline) this.#core.apply({ type: 'connection', status, reason, reset: true });
  }

  #polling(unsupported: string): Polling {
    const { polling } = this.#core.transport;
    if (!polling || !this.#core.state.capabilities.polling) throw new ChatError('unsupported', unsupported);
    return polling;
  }

  #conversation(inactive: string): string {
    const conversation = conversationOf(this.#core.state);
    if (!isRunning(conversation) || conversation.remoteId === undefined) throw new ChatError('not-active', inactive);
    return conversation.remoteId;
  }
}
