/** Leaves what the visitor wrote for when somebody is there again; how it goes shows in the state. */
import type { LeaveMessageOptions } from '../host.js';
import { ChatError, type ChatErrorCode } from '../model/errors.js';
import { conversationOf } from '../model/selectors.js';
import type { ConversationKey } from '../model/types.js';
import { LEFT_DRAFT } from '../../vocabulary/left-draft.js';
import { at, type Core } from './core.js';

/** What it is made of. */
export type LeavingParts = {
  readonly core: Core;
  readonly acts: { discard(key: ConversationKey, clientId: string): Promise<void> };
  readonly conversations: { forget(key: ConversationKey): Promise<void> };
  readonly drafts: { set(key: ConversationKey | '', text: string): void; flush(): Promise<void> };
  /** Gives it to the server; the same id means the same message. */
  readonly leave: (options: LeaveMessageOptions, id: string) => Promise<unknown>;
};

/** See the module. */
export class Leaving {
  #parts: LeavingParts;
  /** One that may have arrived goes under its id when it is tried again. */
  #tried: { readonly what: string; readonly id: string } | undefined;

  constructor(parts: LeavingParts) {
    this.#parts = parts;
  }

  /** Does what the intent asks; without a message it only puts away that one was left. */
  async perform(options: Partial<LeaveMessageOptions>): Promise<void> {
    const { core } = this.#parts;
    const { message } = options;
    if (message === undefined) {
      core.apply({ type: 'view', view: { left: undefined } });
      return;
    }
    if (core.state.view.left?.status === 'sending') return;
    core.apply({ type: 'view', view: { left: { status: 'sending' } } });
    const what = JSON.stringify(options);
    if (this.#tried?.what !== what) this.#tried = { what, id: core.ports.random.id() };
    try {
      await this.#parts.leave({ ...options, message }, this.#tried.id);
    } catch (error) {
      const code: ChatErrorCode = error instanceof ChatError ? error.code : 'refused';
      core.apply({ type: 'view', view: { left: { status: 'failed', error: code } } });
      throw error;
    }
    this.#tried = undefined;
    core.apply({ type: 'view', view: { left: { status: 'sent' } } });
    await this.#tidy();
  }

  /** The server has it: what could not be sent before is no draft any more, and the conversation that never came to be goes. */
  async #tidy(): Promise<void> {
    const { core, acts, conversations, drafts } = this.#parts;
    const { key, phase } = conversationOf(core.state) ?? {};
    if (key !== undefined && phase === 'idle') {
      for (const { clientId } of at(core, key)?.pending ?? []) await acts.discard(key, clientId);
      if (at(core, key)) await conversations.forget(key);
      drafts.set(key, '');
    }
    for (const draft of ['', LEFT_DRAFT]) drafts.set(draft, '');
    await drafts.flush();
  }
}
