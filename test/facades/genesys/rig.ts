/** A page with the bus on it, over a headless chat with the loopback: all of it runs in Node. */
import { after, afterEach } from 'node:test';
import { installBus, type BusEvent, type BusPlugin, type GenesysBus } from '../../../src/facades/genesys/index.js';
import type { CommandPromise } from '../../../src/facades/genesys/deferred.js';
import { createChat, type Chat, type FileTransport, type TransportFactory } from '../../../src/session/index.js';
import { loopback, type LoopbackScript } from '../../../src/transports/loopback/index.js';

export type RigOptions = {
  readonly webchat?: unknown;
  /** More of `_genesys.widgets`. */
  readonly widgets?: Readonly<Record<string, unknown>>;
  readonly script?: LoopbackScript;
  /** The files of the other side, where `script.capabilities` says that it takes some. */
  readonly files?: FileTransport;
  /** Verbs put on the chat, or in place of its own. */
  readonly verbs?: Readonly<Record<string, unknown>>;
  readonly globals?: Readonly<Record<string, unknown>>;
};

export type Outcome = { readonly status: 'resolved' | 'rejected'; readonly value: unknown };

export type Rig = {
  readonly page: { _genesys: { widgets: Record<string, unknown> }; CXBus?: unknown };
  readonly chat: Chat;
  readonly bus: GenesysBus;
  readonly plugin: BusPlugin;
  readonly reports: unknown[];
  readonly warnings: string[];
  readonly uninstall: () => void;
  /** Notes these events of the bus. */
  hear(...names: readonly string[]): BusEvent[];
  /** Gives a command of WebChatService and waits. */
  ask(name: string, options?: unknown): Promise<Outcome>;
};

/** How a command went. */
export function outcomeOf(promise: CommandPromise): Promise<Outcome> {
  return new Promise((resolve) => {
    promise
      .done((value: unknown) => resolve({ status: 'resolved', value }))
      .fail((value: unknown) => resolve({ status: 'rejected', value }));
  });
}

const live: { uninstall: () => void; chat: Chat }[] = [];
function clear(): void {
  for (const { uninstall, chat } of live.splice(0)) {
    uninstall();
    chat.release();
  }
}
afterEach(clear);
after(clear);

/** Makes one. */
export function rig({ webchat, widgets = {}, script, files, verbs = {}, globals = {} }: RigOptions = {}): Rig {
  const page = { _genesys: { widgets: { ...(webchat !== undefined && { webchat }), ...widgets } }, ...globals };
  const other = loopback({ pace: 0, reply: () => undefined, ...script });
  const transport: TransportFactory = (sink, options) =>
    Object.assign(other(sink, options), files && { files: () => Promise.resolve(files) });
  const chat = Object.assign(createChat({ transport }), verbs);
  const reports: unknown[] = [];
  const warnings: string[] = [];
  const uninstall = installBus({
    host: chat,
    page,
    report: (error) => reports.push(error),
    warn: (text) => warnings.push(text),
  });
  live.push({ uninstall, chat });
  const bus = (page._genesys.widgets as { bus: GenesysBus }).bus;
  const plugin = bus.registerPlugin('MyPlugin');
  return {
    page,
    chat,
    bus,
    plugin,
    reports,
    warnings,
    uninstall,
    hear: (...names) => {
      const heard: BusEvent[] = [];
      for (const name of names) plugin.subscribe(name, (event) => heard.push(event));
      return heard;
    },
    ask: (name, options) => outcomeOf(plugin.command(`WebChatService.${name}`, options)),
  };
}

/** Lets everything happen that only waits for its turn. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
