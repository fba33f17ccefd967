import { ChatError } from '../../session/model/errors.js';
import type { Bus, BusEvent, CommandCall } from './bus.js';
import type { CommandPromise } from './deferred.js';

/** What `registerPlugin` gives, and what the bus itself is: the documented members under a name of their own. */
export interface BusPlugin {
  /** The name it was registered under. */
  readonly namespace: string;
  /** Gives a command by its whole name, `Plugin.command`. */
  command(name: string, options?: unknown): CommandPromise;
  /** Listens to an event by its whole name; returns its undo. */
  subscribe(name: string, subscriber: (event: BusEvent) => unknown): () => void;
  /** Tells an event of one's own, or any by its whole name. */
  publish(name: string, data?: unknown): void;
  /** The same under another name. */
  publishDirect(name: string, data?: unknown): void;
  /** Tells an event also to everybody who subscribes later. */
  republish(name: string, data?: unknown): void;
  /** Is asked before a command runs: returns its options, changed or not, or false to cancel it; returns its undo. */
  before(name: string, before: (options: unknown) => unknown): () => void;
  /** Registers a command of one's own; `handler` settles `e.deferred`. */
  registerCommand(name: string, handler: (call: CommandCall) => unknown): void;
  /** Announces events of one's own. Nobody has to: names are free. */
  registerEvents(names: string | readonly string[]): void;
  /** The same for one. */
  registerEvent(name: string): void;
  /** What a plugin has put under a whole name; with a value, puts it under a name of one's own. */
  data(name: string, value?: unknown): unknown;
  /** Says that all commands are registered. */
  ready(): void;
  /** All commands that are registered, for debugging. */
  registry(): readonly string[];
  /** How many listen to which event, for debugging. */
  subscribers(): ReadonlyMap<string, number>;
}

function named(what: string, name: unknown): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  throw new ChatError('invalid', `${what}: the name must be a string like 'Plugin.name', not ${typeof name}`);
}

function callable<Call>(what: string, call: Call): Call {
  if (typeof call === 'function') return call;
  throw new ChatError('invalid', `${what}: a function is needed, not ${typeof call}`);
}

/** Makes the plugin of a name on a bus. */
export function pluginOf(bus: Bus, namespace: string): BusPlugin {
  const own = (what: string, name: unknown): string => `${namespace}.${named(what, name)}`;
  const whole = (what: string, name: unknown): string =>
    named(what, name).includes('.') ? named(what, name) : own(what, name);
  const publish = (name: string, data?: unknown): void => bus.publish(namespace, whole('publish', name), data);
  return {
    namespace,
    command: (name, options) => bus.command(namespace, named('command', name), options),
    subscribe: (name, subscriber) => bus.subscribe(named('subscribe', name), callable('subscribe', subscriber)),
    publish,
    publishDirect: publish,
    republish: (name, data) => bus.publish(namespace, whole('republish', name), data, true),
    before: (name, before) => bus.before(named('before', name), callable('before', before)),
    registerCommand: (name, handler) =>
      void bus.registerCommand(own('registerCommand', name), callable('registerCommand', handler)),
    registerEvents: (names) => [names].flat().forEach((name) => named('registerEvents', name)),
    registerEvent: (name) => void named('registerEvent', name),
    data: (name, ...value) => {
      if (value.length > 0) bus.setData(own('data', name), value[0]);
      return bus.data(whole('data', name));
    },
    ready: () => undefined,
    registry: () => bus.commands,
    subscribers: () => bus.subscriptions,
  };
}
