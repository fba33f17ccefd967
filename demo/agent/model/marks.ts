/** Tells the server what reached this desk and what the agent has seen, gathered so that a busy conversation costs little. */
import type { Core } from './core.js';
import { withConversation } from './state.js';
import type { LogEntry } from './log.js';

/** How long marks are gathered. */
const GATHER = 400;

/** See the module. */
export class Marks {
  readonly #asked = new Map<string, { delivered: number; seen: number }>();
  readonly #waiting = new Set<string>();

  constructor(
    private readonly core: Core,
    private readonly send: (conversation: string, delivered: number, seen: number) => void,
  ) {}

  /** The log has grown. */
  grown(id: string): void {
    this.#soon(id);
  }

  /** Everything up to `seq` was on screen, in a window that the agent looks at. */
  saw(id: string, seq: number): void {
    this.core.store.update((state) =>
      withConversation(state, id, (one) =>
        one.place === 'mine' && seq > one.seen ? { ...one, seen: Math.min(seq, one.log.last) } : one,
      ),
    );
    this.#soon(id);
  }

  #soon(id: string): void {
    if (this.#waiting.has(id)) return;
    this.#waiting.add(id);
    this.core.clock.after(GATHER, () => {
      this.#waiting.delete(id);
      this.#tell(id);
    });
  }

  #tell(id: string): void {
    const state = this.core.store.value;
    const conversation = state.conversations.get(id);
    const agent = state.desk?.me;
    if (conversation?.place !== 'mine' || conversation.load !== 'ready' || agent === undefined) return;
    const known = conversation.registers.marks[agent];
    const asked = this.#asked.get(id);
    const delivered = newest(conversation.log.entries, Number.POSITIVE_INFINITY);
    const seen = newest(conversation.log.entries, conversation.seen);
    const before = {
      delivered: Math.max(known?.delivered ?? 0, asked?.delivered ?? 0),
      seen: Math.max(known?.seen ?? 0, asked?.seen ?? 0),
    };
    if (delivered <= before.delivered && seen <= before.seen) return;
    const wanted = { delivered: Math.max(delivered, before.delivered), seen: Math.max(seen, before.seen) };
    this.#asked.set(id, wanted);
    this.send(id, wanted.delivered, wanted.seen);
  }
}

/** The visitor's newest message up to a place: only what they wrote needs a mark. */
function newest(entries: readonly LogEntry[], upTo: number): number {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.type === 'message' && entry.from.role === 'visitor' && entry.seq <= upTo) return entry.seq;
  }
  return 0;
}
