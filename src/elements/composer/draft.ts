import { isRunning } from '../../session/model/selectors.js';
import type { ChatState, ConversationKey } from '../../session/model/types.js';

type Key = ConversationKey | '';

/** What a change asks of the composer. */
export type DraftChange = {
  /** The draft that the session is to keep. */
  readonly keep?: string;
  /** What was sent is safe, and more was waiting to be sent. */
  readonly again?: boolean;
};

const NOTHING: DraftChange = {};

/**
 * The text in the composer beside the draft that the session keeps. One rule above all: a text leaves the field only
 * when the session has it in its outbox. Until then it stays, and what is typed meanwhile is kept apart from it.
 */
export class Draft {
  /** What is in the field. */
  text = '';
  #key: Key = '';
  /** The session's draft, as last seen. */
  #known = '';
  /** On its way into the outbox. `held`: the session has been seen with it as its draft. */
  #sent: { readonly key: Key; readonly text: string; readonly held: boolean } | undefined;
  #again = false;

  /** A text is on its way into the outbox. */
  get waiting(): boolean {
    return this.#sent !== undefined;
  }

  /** The person changed the field. */
  input(text: string): DraftChange {
    this.text = text;
    if (this.#sent) {
      // More after it: that becomes the next draft. Anything else takes the sent text back into the person's hands.
      if (text.startsWith(this.#sent.text)) return NOTHING;
      this.#sent = undefined;
    }
    return { keep: text };
  }

  /** The person wants to send. Returns the text to send, or undefined when it has to wait or there is none. */
  send(): string | undefined {
    if (this.#sent) {
      this.#again = this.#rest(this.#sent.text).trim() !== '';
      return undefined;
    }
    const text = this.text.trim();
    if (text === '') return undefined;
    this.text = text;
    this.#sent = { key: this.#key, text, held: this.#known === text };
    return text;
  }

  /** One's own message was taken into the outbox. */
  submitted(text: string): DraftChange {
    // Cleaning replaces characters one for one, so the length tells.
    return this.#sent?.text.length === text.length ? this.#accept() : NOTHING;
  }

  /** It was not taken: the text stays in the field as an ordinary draft. */
  refuse(): DraftChange {
    if (!this.#sent) return NOTHING;
    this.#sent = undefined;
    this.#again = false;
    return this.text === this.#known ? NOTHING : { keep: this.text };
  }

  /** The state changed. */
  take(state: ChatState): DraftChange {
    const { drafts } = state.view;
    const key = state.current ?? '';
    const draft = drafts[key] ?? '';
    const before = { key: this.#key, known: this.#known };
    this.#key = key;
    this.#known = draft;
    if (this.#sent) {
      const held = (drafts[this.#sent.key] ?? '') === this.#sent.text;
      // The page may have changed the text on its way; that the draft is gone says that it was taken.
      if (this.#sent.held && !held) return this.#accept();
      if (held && !this.#sent.held) this.#sent = { ...this.#sent, held };
      return NOTHING;
    }
    if (key !== before.key) {
      if (draft !== '' || this.text === '') this.text = draft;
      // What was typed before there was a conversation, or after its end, goes along into the next.
      else if (before.key === '' || !isRunning(state.conversations[before.key])) return { keep: this.text };
      else this.text = '';
    } else if (draft !== before.known && this.text === before.known) this.text = draft;
    return NOTHING;
  }

  #rest(sent: string): string {
    return this.text.startsWith(sent) ? this.text.slice(sent.length) : this.text;
  }

  #accept(): DraftChange {
    const sent = this.#sent!;
    const again = this.#again;
    this.#sent = undefined;
    this.#again = false;
    this.text = this.#rest(sent.text);
    if (this.text.trim() === '') this.text = '';
    return this.text === '' ? NOTHING : { keep: this.text, again };
  }
}
