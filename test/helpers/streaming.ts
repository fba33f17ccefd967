/** A chat in the page whose other side streams a text, piece by piece, while other messages arrive. */
import type { LiveChat } from '../../src/elements/live-chat.js';
import type { Author, Entry } from '../../src/session/model/types.js';
import type { TransportEvent, TransportFactory } from '../../src/session/transport.js';
import { loopback } from '../../src/transports/loopback/index.js';

const BOT: Author = { id: 'loopback', role: 'bot', name: 'Mia' };

/** See the module. */
export class Streaming {
  readonly chat: LiveChat;
  #emit: ((event: TransportEvent) => void) | undefined;
  #room = '';
  #seq = 0;
  #of = 0;
  #text = '';

  constructor(chat: LiveChat) {
    this.chat = chat;
    const factory = loopback({ pace: 0, agent: BOT, reply: () => undefined });
    const transport: TransportFactory = (sink, options) => {
      const heard = {
        emit: (event: TransportEvent): void => {
          if (event.type === 'entry') [this.#room, this.#seq] = [event.remoteId, event.entry.seq];
          sink.emit(event);
        },
      };
      this.#emit = (event) => sink.emit(event);
      return factory(heard, options);
    };
    chat.transport = transport;
  }

  /** Opens the window with a conversation in it; resolves with the element that shows messages. */
  async begin(): Promise<HTMLElement> {
    this.chat.open = true;
    await this.chat.startChat();
    for (;;) {
      const transcript = this.chat.shadowRoot?.querySelector<HTMLElement>('chat-transcript');
      if (this.#seq >= 2 && transcript?.shadowRoot?.querySelector('.announcer')) return transcript;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The beginning of a text that shows while it is written. */
  start(rich?: unknown): void {
    this.#text = '';
    this.#of = this.#entry({ type: 'unknown', data: { type: 'stream', from: BOT, rich } });
  }

  /** One more piece of it. */
  piece(text: string): void {
    const stream = { of: this.#of, offset: this.#text.length, text };
    this.#text += text;
    this.#emit?.({ type: 'typing', remoteId: this.#room, person: BOT.id, typing: true, stream });
  }

  /** It is complete. */
  end(rich?: unknown): void {
    const data = { type: 'edit', from: BOT, of: this.#of, text: this.#text, complete: true, rich };
    this.#entry({ type: 'unknown', data });
  }

  /** A message of its own. */
  message(text: string): void {
    this.#entry({ type: 'message', from: { ...BOT, id: 'ann', role: 'agent', name: 'Ann' }, text });
  }

  #entry(draft: object): number {
    const seq = ++this.#seq;
    const entry = { ...draft, seq, prev: seq - 1, at: Date.now() } as Entry;
    this.#emit?.({ type: 'entry', remoteId: this.#room, entry });
    return seq;
  }
}

/** What a transcript says aloud, from now on. */
export function heard(transcript: HTMLElement): readonly string[] {
  const lines: string[] = [];
  const region = transcript.shadowRoot?.querySelector('.announcer');
  if (!region) throw new Error('nothing speaks');
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) lines.push(node.textContent ?? '');
  }).observe(region, { childList: true });
  return lines;
}
