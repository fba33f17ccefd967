import type { BeforeMap } from '../../session/before.js';
import type { Chat } from '../../session/chat.js';
import type { ChatState } from '../../session/model/types.js';
import type { EventName } from '../../vocabulary/events.js';

/**
 * What the facade is put on: a `<live-chat>`, or a headless chat. Verbs are looked up by their documented names when they
 * are called, so a host that learns a verb can do the command.
 */
export type GenesysHost = { readonly state?: ChatState | undefined } & (
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | Pick<Chat, 'on' | 'intercept'>
);

/** The window of a host that has one. */
export type HostWindow = { readonly open: boolean; show(): void; hide(): void; minimize(): void };

type Loose = Readonly<Record<string, unknown>>;
type Detail = Readonly<Record<string, unknown>>;

const BEFORE = [
  'chat-before-start',
  'chat-before-send',
  'chat-before-restore',
  'chat-before-end',
] as const satisfies (keyof BeforeMap)[];

/** One face for both kinds of host. */
export class HostPort {
  #host: GenesysHost;
  #undo: (() => void)[] = [];

  constructor(host: GenesysHost) {
    this.#host = host;
  }

  /** The snapshot; undefined while a tag is not defined yet. */
  get state(): ChatState | undefined {
    return this.#host.state;
  }

  /** Resolves when verbs may be called. */
  async ready(): Promise<void> {
    const host = this.#host;
    if (!('addEventListener' in host)) return;
    if (host.state === undefined)
      await new Promise<void>((resolve) => this.#listen(host, 'chat-ready', () => resolve()));
    // A tag that has just been upgraded reads its marker in its first update.
    await this.member('updateComplete');
  }

  /** A member by its name, if there is one. */
  member(name: string): unknown {
    return (this.#host as unknown as Loose)[name];
  }

  /** Whether the host has a verb. */
  can(name: string): boolean {
    return typeof this.member(name) === 'function';
  }

  /** Calls a verb of the host; a throw becomes a rejection. */
  async call(name: string, ...args: readonly unknown[]): Promise<unknown> {
    const verb = this.member(name);
    if (typeof verb !== 'function') throw new TypeError(`the host has no ${name}()`);
    return (await Reflect.apply(verb, this.#host, args)) as unknown;
  }

  /** Has an element do what it does for facades alone; undefined: the host is no element. */
  async view(name: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.can('verb') ? this.call('verb', name, args) : undefined;
  }

  /** Gives an option to a host that has a property for it; returns whether it has. */
  offer(name: string, value: unknown): boolean {
    return name in this.#host && Reflect.set(this.#host, name, value);
  }

  /** The window, if the host has one. */
  get window(): HostWindow | undefined {
    return ['show', 'hide', 'minimize'].every((name) => this.can(name))
      ? (this.#host as unknown as HostWindow)
      : undefined;
  }

  /** Listens to an event by its DOM name, until {@link release}. */
  on(name: EventName | `chat-invitation-${string}`, listener: (detail: Detail) => void): void {
    const host = this.#host;
    if ('addEventListener' in host) this.#listen(host, name, (event) => listener(event.detail as Detail));
    else this.#undo.push(host.on(name as Parameters<typeof host.on>[0], (detail) => listener(detail)));
  }

  /** Hears of what is about to happen, and prevents it by returning false, until {@link release}. */
  intercept(intercept: (type: keyof BeforeMap, detail: BeforeMap[keyof BeforeMap]) => boolean): void {
    const host = this.#host;
    if (!('addEventListener' in host)) return void this.#undo.push(host.intercept(intercept));
    for (const type of BEFORE)
      this.#listen(host, type, (event) => {
        if (!event.defaultPrevented && !intercept(type, event.detail as BeforeMap[typeof type])) event.preventDefault();
      });
  }

  #listen(
    host: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
    type: string,
    listener: (event: CustomEvent<unknown>) => void,
  ): void {
    // What bubbles up here from inside is somebody else's.
    const own = (event: Event): void => {
      if (event.target === event.currentTarget) listener(event as CustomEvent<unknown>);
    };
    host.addEventListener(type, own);
    this.#undo.push(() => host.removeEventListener(type, own));
  }

  /** Takes every listener off again. */
  release(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }
}
