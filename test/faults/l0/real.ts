/** The session under the commands: up to three tabs, a small honest server, a network, a disk. */
import type { Fate } from '../../helpers/fake-transport.js';
import { World, type Page, type Tab } from '../../helpers/visitor.js';
import { Ledger, type Screen, type Stored, type Verdict } from '../ledger.js';
import { screenOf, watch } from '../watch.js';

/** See the module. */
export class Real {
  /** How long it is watched after all is well: what comes then would be too much. */
  static readonly QUIET = 30_000;
  readonly world = new World();
  readonly ledger = new Ledger();
  readonly steps: string[] = [];
  readonly #tabs: Tab[] = [this.world.tab(), this.world.tab(), this.world.tab()];
  readonly #pages = new Map<number, Page>();
  readonly #typedOn = new Map<number, string[]>();

  constructor() {
    this.world.server.rotates = true;
    this.world.server.maxPage = 3;
    this.open(0);
  }

  open(tab: number): void {
    const page = this.#tabs[tab]!.load();
    this.#pages.set(tab, page);
    this.#typedOn.set(tab, []);
    const { server } = this.world;
    const committed = { has: (text: string) => this.log().some((row) => row.text === text) };
    watch(page, { committed, remoteIds: { add: () => server } }, this.ledger);
    if (this.world.marker) void page.chat.recover();
  }

  /** The page dies without a word. */
  close(tab: number): void {
    this.#pages.get(tab)?.kill();
    this.#pages.delete(tab);
  }

  page(tab: number): Page {
    return this.#pages.get(tab)!;
  }

  say(tab: number, text: string): void {
    const page = this.page(tab);
    this.ledger.type(page.id, text);
    this.#typedOn.get(tab)!.push(text);
    page.say(text);
  }

  lose(where: 'up' | 'down', verb: string, fate: Fate): void {
    this.world.network.once(where, verb, fate);
  }

  log(): Stored[] {
    return [...this.world.server.rooms.values()].flatMap((room) =>
      room
        .log()
        .flatMap((entry) =>
          entry.type === 'message'
            ? [{ conversation: room.remoteId, seq: entry.seq, writer: entry.from.id, text: entry.text }]
            : [],
        ),
    );
  }

  /** Runs until everything agrees, or for so long that it never will. */
  async rest(): Promise<Verdict> {
    const { clock, server, disk, network } = this.world;
    Object.assign(network, { up: () => 'pass', down: () => 'pass', push: () => 'pass' });
    server.crash = undefined;
    server.restart();
    disk.fault = () => 'ok';
    for (const room of server.rooms.values()) if (room.phase === 'ended') this.ledger.ended.add(room.remoteId);
    // Whoever closed a tab comes back one day: what is unsent in an ended conversation is shown then.
    for (const tab of [0, 1, 2]) if (this.#typedOn.has(tab) && !this.#pages.has(tab)) this.open(tab);
    for (const [tab, page] of this.#pages) {
      for (const text of this.#typedOn.get(tab) ?? []) this.ledger.keep(text);
      // The visitor opens the chat: what is a draft by now is read there.
      void page.chat.recover();
      page.signal('wake');
    }
    await clock.until(() => this.ledger.missing(this.log(), this.screens()).length === 0, 60_000);
    await clock.advance(Real.QUIET);
    return this.ledger.judge(this.log(), this.screens());
  }

  screens(): Screen[] {
    return [...this.#pages].map(([tab, page]) => screenOf(`tab ${tab + 1}`, page));
  }
}
