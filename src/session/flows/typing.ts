import type { ConversationKey } from '../model/types.js';
import { isRunning } from '../model/selectors.js';
import { at, type Core } from './core.js';

/** A changed preview is said at most this often; the last one always. Typing is taken back this long after the last key. */
const SAY_EVERY = 1_000;
const STOP_AFTER = 3_000;
/** The other side's typing is over this long after it was last said, whatever happens to the signal that says so. */
const EXPIRES = 8_000;

/** The visitor's typing in one conversation: what is to be said, and what is planned. */
type Visitor = { preview: string; said: string | undefined; pause: (() => void) | undefined; stop: () => void };

/** Typing in both directions. Signals may be lost, so each of them expires. */
export class Typing {
  #core: Core;
  #visitor = new Map<ConversationKey, Visitor>();
  #expiries = new Map<string, () => void>();

  constructor(core: Core) {
    this.#core = core;
    core.onRelease(() => this.#release());
  }

  #release(): void {
    for (const { pause, stop } of this.#visitor.values()) {
      pause?.();
      stop();
    }
    for (const cancel of this.#expiries.values()) cancel();
  }

  /** The visitor's text changed; `preview` is left out where only the fact is known. */
  typed(key: ConversationKey, preview = ''): void {
    if (this.#core.signal.aborted) return;
    const old = this.#visitor.get(key);
    old?.stop();
    const visitor: Visitor = old ?? { preview, said: undefined, pause: undefined, stop: () => undefined };
    visitor.preview = preview;
    visitor.stop = this.#core.ports.clock.delay(STOP_AFTER, () => this.stopped(key));
    this.#visitor.set(key, visitor);
    this.#core.apply({ type: 'visitor-typing', key, typing: true });
    if (!visitor.pause) this.#say(key, visitor);
  }

  #say(key: ConversationKey, visitor: Visitor): void {
    // Also when the preview is the same: the other side takes a signal that is not repeated for over.
    this.#tell(key, true, visitor.preview || undefined);
    visitor.said = visitor.preview;
    visitor.pause = this.#core.ports.clock.delay(SAY_EVERY, () => {
      visitor.pause = undefined;
      if (visitor.said !== visitor.preview) this.#say(key, visitor);
    });
  }

  /** The text was sent or deleted, or nothing was typed for a while. */
  stopped(key: ConversationKey): void {
    const visitor = this.#visitor.get(key);
    if (!visitor) return;
    visitor.pause?.();
    visitor.stop();
    this.#visitor.delete(key);
    this.#tell(key, false);
    if (at(this.#core, key)) this.#core.apply({ type: 'visitor-typing', key, typing: false });
  }

  #tell(key: ConversationKey, typing: boolean, preview?: string): void {
    const conversation = at(this.#core, key);
    if (conversation?.remoteId && isRunning(conversation) && this.#core.state.connection.status === 'online')
      this.#core.transport.typing?.(conversation.remoteId, typing, preview);
  }

  /** A signal from the other side. */
  remote(key: ConversationKey, person: string, typing: boolean): void {
    const name = `${key} ${person}`;
    this.#expiries.get(name)?.();
    this.#expiries.delete(name);
    this.#core.apply({ type: 'typing', key, person, typing });
    if (!typing) return;
    const expire = () => {
      this.#expiries.delete(name);
      if (at(this.#core, key)) this.#core.apply({ type: 'typing', key, person, typing: false, expired: true });
    };
    this.#expiries.set(name, this.#core.ports.clock.delay(EXPIRES, expire));
  }
}
