import type { ConversationKey } from '../model/types.js';
import { at, type Core } from '../flows/core.js';

/** A draft is written this long after the last key, and at once when the page is hidden. */
const WAIT = 400;
const PREFIX = 'draft/';
/** Stands behind a draft that is being sent, before its id, the conversation, and how far its log went. */
const SENT_AS = '\0as\0';

/** Keeps what is typed and not sent over a close and a reload; each tab has its own. */
export class Drafts {
  #core: Core;
  #cancel: (() => void) | undefined;
  /** As they stand in the store; undefined where a write failed and nobody knows. */
  #written: Readonly<Record<string, string | undefined>> = {};
  /** What stands behind a draft that is just being sent: its id. */
  #sentAs: Record<string, string> = {};
  /**
   * Texts that this tab's last page was sending when it died, by the id they were sent under: each is still a draft, or
   * was taken, and may even have been sent by another tab since. Then it stands in the conversation `key`, after `since`.
   */
  readonly doubtful = new Map<string, { readonly text: string; readonly key: string; readonly since: number }>();

  constructor(core: Core) {
    this.#core = core;
    core.onRelease(() => void this.flush());
  }

  /** Takes the drafts of this tab's last page in. What was typed meanwhile is newer and stays. */
  async restore(): Promise<void> {
    const rows = await this.#core.ports.drafts.list(PREFIX).catch(() => []);
    const stored = Object.fromEntries(
      rows.map(([name, value]) => {
        const [text = '', id, conversation = '', since] = value.split(SENT_AS);
        if (id !== undefined) this.doubtful.set(id, { text, key: conversation, since: Number(since) });
        return [name.slice(PREFIX.length), text];
      }),
    );
    this.#written = { ...stored, ...this.#written };
    for (const [key, text] of Object.entries(stored))
      if (this.#core.state.view.drafts[key] === undefined) this.#core.apply({ type: 'draft', key, text });
    this.changed();
  }

  /** The text in the composer changed. */
  set(key: ConversationKey | '', text: string): void {
    delete this.#sentAs[key];
    this.#core.apply({ type: 'draft', key, text });
    this.changed();
  }

  /** A draft goes into the outbox: a page that dies on the way leaves the id, so that the next can find out. */
  async sending(draft: ConversationKey | '', text: string, id: string, key: ConversationKey): Promise<void> {
    if (this.#core.state.view.drafts[draft] !== text) return;
    this.#sentAs[draft] = ['', id, key, at(this.#core, key)?.log.last ?? 0].join(SENT_AS);
    this.#written = { ...this.#written, [draft]: undefined };
    await this.flush();
  }

  /** A draft may have changed in the state: it is written soon. */
  changed(): void {
    if (this.#core.signal.aborted || this.#written === this.#core.state.view.drafts) return;
    this.#cancel ??= this.#core.ports.clock.delay(WAIT, () => void this.flush());
  }

  /** Writes what is not written; resolves when it is. */
  async flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    const { drafts: store } = this.#core.ports;
    const written = this.#written;
    const { drafts } = this.#core.state.view;
    this.#written = drafts;
    const names = new Set([...Object.keys(written), ...Object.keys(drafts)]);
    const changed = [...names].filter((key) => (drafts[key] ?? '') !== (key in written ? written[key] : ''));
    const write = async (key: string) => {
      const text = drafts[key] ?? '';
      try {
        await (text === '' ? store.delete(PREFIX + key) : store.put(PREFIX + key, text + (this.#sentAs[key] ?? '')));
      } catch {
        this.#written = { ...this.#written, [key]: undefined };
        this.#core.apply({ type: 'storage', storage: 'memory' });
      }
    };
    await Promise.all(changed.map(write));
  }
}
