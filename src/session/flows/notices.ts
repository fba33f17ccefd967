import { MORE_TEXTS } from '../../vocabulary/more-texts.js';
import { COMMAND_TEXTS } from '../../vocabulary/texts.js';
import { ChatError } from '../model/errors.js';
import { conversationOf, isRunning } from '../model/selectors.js';
import type { ConversationKey, UserData } from '../model/types.js';
import type { OutItem } from '../transport.js';
import type { Core } from './core.js';
import { deferred } from './deferred.js';

/** What the visitor's program tells the other side beside messages: kept, ordered and sent again like those. */
export class Notices {
  #core: Core;
  #submit: (key: ConversationKey, item: OutItem) => Promise<{ readonly settled: Promise<void> }>;

  /** @param submit - gives an item to the outbox, and opens the line for it */
  constructor(
    core: Core,
    submit: (key: ConversationKey, item: OutItem) => Promise<{ readonly settled: Promise<void> }>,
  ) {
    this.#core = core;
    this.#submit = submit;
  }

  /** Sends a notice. Resolves when the server has stored it. */
  async notice(text: string): Promise<void> {
    const key = this.#running(COMMAND_TEXTS.sendMessage['not-active']);
    await this.#able('notices', MORE_TEXTS.sendCustomNotice.unsupported);
    await this.#send(key, { id: this.#core.ports.random.id(), type: 'notice', text });
  }

  /** Merges data into that of the running conversation. Resolves when the server has stored it. */
  async userData(key: ConversationKey, data: UserData): Promise<void> {
    await this.#able('userData', MORE_TEXTS.updateUserData.unsupported);
    await this.#send(key, { id: this.#core.ports.random.id(), type: 'user-data', data });
  }

  async #send(key: ConversationKey, item: OutItem): Promise<void> {
    const { settled } = await this.#submit(key, item);
    await settled;
  }

  #running(text: string): ConversationKey {
    const conversation = conversationOf(this.#core.state);
    if (!isRunning(conversation)) throw new ChatError('not-active', text);
    return conversation.key;
  }

  /** Whether the server can do it is known on a line only: without one it is waited for. */
  async #able(what: 'notices' | 'userData', text: string): Promise<void> {
    const core = this.#core;
    const able = () => core.state.capabilities[what] || core.state.connection.status === 'online';
    if (!able()) {
      const known = deferred<void>();
      const undo = core.subscribe(() => able() && known.resolve());
      const stay = core.onRelease(() => known.reject(new ChatError('closed', 'the chat was taken off the page')));
      await known.promise.finally(() => (undo(), stay()));
    }
    if (!core.state.capabilities[what]) throw new ChatError('unsupported', text);
  }
}
