import type { Core } from '../flows/core.js';

const KEY = 'settings';

/** Sound and notifications as the visitor chose them, shared by the tabs of the site. */
export class Settings {
  #core: Core;
  /** Chosen on this page: newer than what is stored. */
  #chosen = false;

  constructor(core: Core) {
    this.#core = core;
  }

  async restore(): Promise<void> {
    const value = await this.#core.ports.store.get(KEY).catch(() => undefined);
    if (value === undefined || this.#chosen) return;
    try {
      const { muted, notify } = JSON.parse(value) as { muted?: unknown; notify?: unknown };
      this.#core.apply({ type: 'view', view: { muted: muted === true, notify: notify === true } });
    } catch {
      // Unreadable settings are the default settings.
    }
  }

  muted(muted: boolean): void {
    this.#core.apply({ type: 'view', view: { muted } });
    this.#write();
  }

  notify(notify: boolean): void {
    this.#core.apply({ type: 'view', view: { notify } });
    this.#write();
  }

  #write(): void {
    this.#chosen = true;
    const { muted, notify } = this.#core.state.view;
    void this.#core.ports.store.put(KEY, JSON.stringify({ muted, notify })).catch(() => undefined);
  }
}
