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
      this.#core.apply({ type: 'view', view: { muted: !!muted, notify: !!notify } });
    } catch {
      // Unreadable settings are the default settings.
    }
  }

  /** The visitor turns one of them on or off. */
  choose(chosen: { readonly muted?: boolean; readonly notify?: boolean }): void {
    this.#chosen = true;
    const { store, tabs } = this.#core.ports;
    const { muted, notify } = { ...this.#core.state.view, ...chosen };
    const view = { muted, notify };
    this.#core.apply({ type: 'view', view });
    // A tab that is just reading finds the new ones, or is told after it has read the old ones.
    const tell = (): void => tabs.post({ type: KEY, ...view });
    void store.put(KEY, JSON.stringify(view)).then(tell, tell);
  }
}
