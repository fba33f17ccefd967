import { messageOf } from '../model/selectors.js';
import type { Entry, Message, MessageEntry, NoticeEntry } from '../model/types.js';

/** Changes a message before it is shown: what it returns takes its place, nothing leaves it as it is, `hidden` hides it. */
export type PreProcessor = (message: Message) => (Message & { readonly hidden?: boolean }) | null | undefined;

/** The functions of the page that see every message and notice before anybody else, in the order they were registered. */
export class PreProcessors {
  #all = new Set<PreProcessor>();
  #report: (what: unknown) => void;

  /** @param report - told when one throws, or returns what is no message: it is passed over then */
  constructor(report: (what: unknown) => void) {
    this.#report = report;
  }

  add(preprocessor: PreProcessor): void {
    this.#all.add(preprocessor);
  }

  /** The entry as the page wants it; the same one where nobody changes it. */
  change(entry: Entry): Entry {
    if (entry.type !== 'message' && entry.type !== 'notice') return entry;
    const before = messageOf(entry, 0);
    let after: Message & { readonly hidden?: boolean } = before;
    for (const preprocessor of this.#all) after = this.#ask(preprocessor, after);
    if (after === before) return entry;
    if (after.hidden) return { type: 'unknown', seq: entry.seq, prev: entry.prev, at: entry.at };
    return withMessage(entry, before, after);
  }

  #ask(preprocessor: PreProcessor, message: Message): Message {
    try {
      // A copy: what one changes in place without returning it must not be half a change.
      const answer: unknown = preprocessor({ ...message, from: { ...message.from } });
      if (answer === undefined || answer === null) return message;
      if (isMessage(answer)) return answer;
      this.#report(new TypeError('registerPreProcessor: the function must return a message with a text, or nothing'));
    } catch (error) {
      this.#report(error);
    }
    return message;
  }
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { text, from } = value as Partial<Message>;
  return typeof text === 'string' && typeof from === 'object' && from !== null;
}

/** Elements read the entry, pages the message: both say the same. */
function withMessage(entry: MessageEntry | NoticeEntry, original: Message, message: Message): Entry {
  const { name } = message.from as { readonly name?: unknown };
  const from = typeof name === 'string' && name !== original.from.name ? { ...entry.from, name } : entry.from;
  return { ...entry, text: message.text, from, changed: { original, message } };
}
