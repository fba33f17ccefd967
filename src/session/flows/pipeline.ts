import { ChatError } from '../model/errors.js';
import type { BeforeMap, Intercept } from '../before.js';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Makes a text one that every store and every language can hold: half characters (from a cut in the middle of an emoji)
 * and NUL become the replacement character, line ends become one kind.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').replace(LONE_SURROGATE, '\uFFFD');
}

/** Refuses a text that can't be sent as it is. */
export function checkText(text: string, maxText: number, emptyText: string): void {
  if (text.trim() === '') throw new ChatError('empty', emptyText);
  if (text.length > maxText)
    throw new ChatError(
      'too-long',
      `message: ${text.length} characters are more than the ${maxText} that the server takes; send it in parts`,
    );
}

/** What the page may say before something happens, in the order it was asked to be heard. */
export class Pipeline {
  #intercepts = new Set<Intercept>();
  #report: (error: unknown) => void;

  /** @param report - told when a listener throws: that is the page's fault, and no veto */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  add(intercept: Intercept): () => void {
    this.#intercepts.add(intercept);
    return () => this.#intercepts.delete(intercept);
  }

  /** Asks everybody; returns the detail as they left it. @throws ChatError `prevented` */
  before<T extends keyof BeforeMap>(type: T, detail: BeforeMap[T]): BeforeMap[T] {
    for (const intercept of [...this.#intercepts])
      if (!this.#allows(intercept, type, detail))
        throw new ChatError('prevented', `a ${type} listener of the page prevented it`);
    return detail;
  }

  #allows<T extends keyof BeforeMap>(intercept: Intercept, type: T, detail: BeforeMap[T]): boolean {
    try {
      return intercept(type, detail);
    } catch (error) {
      this.#report(error);
      return true;
    }
  }
}
