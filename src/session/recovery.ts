import type { Conversations } from './flows/conversations.js';
import { at, type Core } from './flows/core.js';
import type { Outbox } from './flows/outbox.js';
import type { ConversationKey } from './model/types.js';
import { LEFT_DRAFT } from '../vocabulary/left-draft.js';
import type { Drafts } from './view/drafts.js';
import type { Settings } from './view/settings.js';

/** The first wait before a store that could not be read is read again. */
const READ_AGAIN = 1_000;

/** The parts that a recovery is made of. */
export type RecoveryParts = {
  readonly core: Core;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly drafts: Drafts;
  readonly settings: Settings;
  /** Uses the line for a conversation that was found. */
  readonly bringUp: (key: ConversationKey) => void;
};

/** Nothing typed is lost: what earlier pages left is found again, and what can't be sent goes back to where it was typed. */
export class Recovery {
  #parts: RecoveryParts;
  #own: Promise<void> | undefined;
  #restoring: Promise<ConversationKey | undefined> | undefined;
  #cancelAgain: (() => void) | undefined;
  #unread = 0;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
    parts.core.onRelease(() => this.#cancelAgain?.());
  }

  /** See `ChatHost.restore`; asked twice, it looks once. */
  restore(): Promise<ConversationKey | undefined> {
    this.#restoring ??= this.#restore().finally(() => (this.#restoring = undefined));
    return this.#restoring;
  }

  async #restore(): Promise<ConversationKey | undefined> {
    const { core, conversations, bringUp } = this.#parts;
    this.#own ??= this.#findOwn();
    await this.#own;
    if (core.signal.aborted) return undefined;
    const key = await conversations.restore();
    if (conversations.unreadable) this.#restoreAgain();
    else this.#findDrafts();
    for (const found of Object.keys(core.state.conversations))
      if (conversations.needsLine(found) && !conversations.live(found)) bringUp(found);
    return key;
  }

  /** What this page finds of its own: drafts, settings, and texts that nothing else will ever send. Once. */
  async #findOwn(): Promise<void> {
    const { outbox, conversations, drafts, settings } = this.#parts;
    await Promise.all([drafts.restore(), settings.restore()]);
    await outbox.salvage(
      () => conversations.known(),
      (text) => this.#giveBack(text),
      // Its page died between storing it and clearing the composer, where it still stands.
      (id) => drafts.doubtful.has(id),
    );
  }

  /** A draft in a conversation that is gone is a draft all the same. Those of forms, which have short names, stay where they are. */
  #findDrafts(): void {
    const { core } = this.#parts;
    for (const key of Object.keys(core.state.view.drafts))
      if (key.length > LEFT_DRAFT.length && !at(core, key)) void this.#giveBack('', key);
  }

  /** The store could not be read, and there may be a conversation to come back to: it is looked at again, ever more rarely. */
  #restoreAgain(): void {
    const { core } = this.#parts;
    this.#cancelAgain?.();
    if (core.signal.aborted) return;
    const wait = READ_AGAIN * 2 ** Math.min(this.#unread++, 6);
    this.#cancelAgain = core.ports.clock.delay(wait, () => void this.restore());
  }

  /** Puts everything that was typed in a conversation, and can't be sent there any more, back into the composer. */
  async surrender(key: ConversationKey): Promise<void> {
    await this.#parts.outbox.surrender(key, (text) => this.#giveBack(text, key));
    await this.#giveBack('', key);
  }

  /**
   * Puts texts, and the draft of the conversation they come from, before what is being typed now; resolves when they are
   * stored there.
   */
  async #giveBack(text: string, from?: ConversationKey): Promise<void> {
    const { core, drafts } = this.#parts;
    const { view, current = '' } = core.state;
    const into = current === from ? '' : current;
    const parts = [text, from === undefined ? '' : (view.drafts[from] ?? ''), view.drafts[into] ?? ''];
    if (from !== undefined) core.apply({ type: 'draft', key: from, text: '' });
    drafts.set(into, parts.filter((part) => part !== '').join('\n'));
    await drafts.flush();
  }
}
