import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatHandle } from '../session/host.js';
import type { Fact } from '../session/model/facts.js';
import type { Author, ChatState, ConversationKey, MessageEntry } from '../session/model/types.js';
import { isolate } from '../locales/isolate.js';
import type { LocalizeController } from './localize-controller.js';
import { newsOf, readElsewhere } from './news.js';

/** How much is read out: everything, only messages and failures, or nothing. */
export type Verbosity = 'all' | 'messages' | 'none';

/** Messages that come within this time are one burst. */
const BURST = 400;
/** More messages than this in a burst are counted instead of read. */
const MANY = 3;
/** A node that is taken away sooner is not spoken everywhere. */
const KEEP = 1500;
const TYPING_EVERY = 10_000;
/** A longer text is cut: a screen reader can't be asked to skip. The row has it whole. */
const LONGEST = 600;

/** Which announcer speaks for a chat: several transcripts of one chat must not say everything several times. */
const speakers = new WeakMap<ChatHandle, Announcer>();

/** What the announcer asks of its element. */
export type AnnouncerOptions = {
  /** The empty, hidden, polite live region in the element's root. */
  readonly region: () => HTMLElement | null;
  readonly handle: () => ChatHandle | undefined;
  /** The conversation that is shown. */
  readonly conversation: () => ConversationKey | undefined;
  readonly verbosity: () => Verbosity;
  readonly localize: LocalizeController;
};

/**
 * Says aloud, through a live region, what is new: each incoming message once, what could not be sent, who comes and
 * goes, the end. It is fed with facts, so history, older pages, repeats and one's own messages are silent by nature.
 */
export class Announcer implements ReactiveController {
  #options: AnnouncerOptions;
  #messages: { readonly from: Author; readonly text: string }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typedAt = -Infinity;
  #handle: ChatHandle | undefined;

  constructor(host: ReactiveControllerHost, options: AnnouncerOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#messages = [];
    this.#timer = undefined;
    if (this.#handle && speakers.get(this.#handle) === this) speakers.delete(this.#handle);
    this.#handle = undefined;
  }

  /** Says one thing. */
  say(text: string): void {
    const region = this.#options.region();
    if (!region || !text) return;
    const line = document.createElement('div');
    line.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    region.append(line);
    setTimeout(() => line.remove(), KEEP);
  }

  /** Takes what really changed. */
  take(facts: readonly Fact[], state: ChatState): void {
    const verbosity = this.#options.verbosity();
    const handle = this.#options.handle();
    const key = this.#options.conversation();
    if (verbosity === 'none' || !handle) return;
    if (!speakers.has(handle)) speakers.set((this.#handle = handle), this);
    if (speakers.get(handle) !== this) return;
    const mine = facts.filter((fact) => 'key' in fact && fact.key === key);
    // What comes back after a reload was said before it.
    const replay = mine.some((fact) => fact.type === 'restored' || (fact.type === 'received' && fact.restoring));
    if (readElsewhere(mine)) this.#messages = [];
    for (const fact of mine) this.#tell(fact, state, verbosity === 'all', replay);
  }

  #tell(fact: Fact, state: ChatState, all: boolean, replay: boolean): void {
    const { localize } = this.#options;
    switch (fact.type) {
      case 'received':
        this.#receive(newsOf(fact, state));
        break;
      case 'send-failed':
        this.say(localize.term('announceNotSent', localize.term('error', fact.code)));
        break;
      case 'joined':
        if (all && fact.person.role !== 'visitor') this.say(localize.term('joined', nameOf(fact.person, localize)));
        break;
      case 'left':
        if (all && fact.person.role !== 'visitor')
          this.say(localize.term('left', nameOf(fact.person, localize), fact.reason));
        break;
      case 'ended':
        if (!replay) this.say(localize.term('ended', fact.by, fact.reason));
        break;
      case 'typing':
        if (all && fact.typing) this.#typing(fact.person);
        break;
      default:
        // Told by an element, or nobody's business.
        break;
    }
  }

  #typing(person: Author): void {
    const now = Date.now();
    if (now - this.#typedAt < TYPING_EVERY) return;
    this.#typedAt = now;
    this.say(this.#options.localize.term('typing', [nameOf(person, this.#options.localize)]));
  }

  #receive(entries: readonly MessageEntry[]): void {
    for (const { from, text, files = [] } of entries)
      this.#messages.push({ from, text: [text, ...files.map(({ name }) => isolate(name))].join('\n').trim() });
    // The first message waits a moment as well: whether it is alone is known only then.
    if (this.#messages.length > 0) this.#timer ??= setTimeout(() => this.#flush(), BURST);
  }

  #flush(): void {
    const { localize } = this.#options;
    const messages = this.#messages;
    this.#messages = [];
    this.#timer = undefined;
    if (messages.length > MANY) this.say(localize.term('announceMany', messages.length));
    else
      for (const { from, text } of messages) this.say(localize.term('announceMessage', nameOf(from, localize), text));
  }
}

// Marks, embeddings, overrides and isolates: in a name they could turn the text around it.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What somebody is called: the name without characters that turn the text around it, or what they are. */
export function nameOf(author: Author | undefined, localize: LocalizeController): string {
  return (
    author?.name?.replace(TURNING, '').trim() ||
    localize.term(author?.role === 'visitor' ? 'you' : (author?.role ?? 'system'))
  );
}
