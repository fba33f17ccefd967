/**
 * `live-chat-elements/facades/genesys`: what page code written for Genesys Widgets believes it talks to. It puts the bus
 * (`_genesys.widgets.bus`, `CXBus`) on the page and translates its commands and events to a `<live-chat>` or a headless
 * chat. A page that has no chat yet takes `live-chat-elements/presets/genesys`.
 */
import { ChatError } from '../../session/model/errors.js';
import { watchAway, type AwayPage } from './away.js';
import { Bus } from './bus.js';
import { ChatButton } from './chat-button.js';
import { readConfig, type ReadConfig } from './config.js';
import { deferredOf, type CommandPromise } from './deferred.js';
import { HostPort, type GenesysHost } from './host.js';
import { pluginOf, type BusPlugin } from './plugin.js';
import { registerService } from './service.js';
import { publishService } from './service-events.js';
import { HOOKED, SessionPart } from './session.js';
import { WebChat } from './webchat.js';

/** The bus as the page sees it: a plugin that also registers others. */
export interface GenesysBus extends BusPlugin {
  /** Gives a plugin of that name. */
  registerPlugin(name: string): BusPlugin;
  /** Takes the options of the product's loader; nothing here depends on them. */
  configure(options?: unknown): CommandPromise;
  /** Resolves for `widgets-core`, which this is. Nothing else is ever loaded. */
  loadPlugin(name: string): CommandPromise;
  /** Rejects: a script of the page belongs into the page. */
  loadFile(url: string): CommandPromise;
}

/** The global names of a page; in tests any object. */
export type GenesysPage = AwayPage & {
  _genesys?: unknown;
  CXBus?: unknown;
  readonly jQuery?: unknown;
  readonly document?: Document | undefined;
};

/** What {@link installBus} takes. */
export type InstallBusOptions = {
  /** The `<live-chat>`, or a headless chat. */
  readonly host: GenesysHost;
  /** What `readConfig` made of the page's configuration; default: it is read here. */
  readonly read?: ReadConfig | undefined;
  /** Where the names are put; default: the global object. */
  readonly page?: GenesysPage | undefined;
  /** Told what the functions of the page throw; default: the browser's own report. */
  readonly report?: ((error: unknown) => void) | undefined;
  /** Told what is wrong with the configuration and left out; default: a warning in the console. */
  readonly warn?: ((message: string) => void) | undefined;
};

type Widgets = Record<string, unknown>;

/** As documented, in milliseconds. */
const RESTORE_TIMEOUT = 60_000;

/** Belong to this facade: a plugin of the page under one of them could pass for it. */
const RESERVED: ReadonlySet<unknown> = new Set(['WebChatService', 'WebChat']);

function objectIn(holder: Record<string, unknown>, name: string, undo: (() => void)[]): Record<string, unknown> {
  const found = holder[name];
  if (typeof found === 'object' && found !== null) return found as Record<string, unknown>;
  return put(holder, name, {}, undo);
}

/** Puts a value under a name; undone, what was there before is back, unless somebody has put something else there. */
function put<Value>(holder: Record<string, unknown>, name: string, value: Value, undo: (() => void)[]): Value {
  const before = Object.getOwnPropertyDescriptor(holder, name);
  holder[name] = value;
  undo.push(() => {
    if (holder[name] !== value) return;
    if (before) Object.defineProperty(holder, name, before);
    else delete holder[name];
  });
  return value;
}

function busOf(bus: Bus, report: (error: unknown) => void): GenesysBus {
  const settled = (reason?: string): CommandPromise => {
    const { deferred, promise } = deferredOf(report);
    if (reason === undefined) deferred.resolve({});
    else deferred.reject(reason);
    return promise;
  };
  return {
    ...pluginOf(bus, 'CXBus'),
    registerPlugin: (name) => {
      if (typeof name !== 'string' || name.trim() === '')
        throw new ChatError('invalid', `registerPlugin: the name must be a string, not ${typeof name}`);
      if (RESERVED.has(name))
        throw new ChatError('invalid', `registerPlugin: '${name}' is taken; register your plugin under another name`);
      return pluginOf(bus, name);
    },
    configure: () => settled(),
    loadPlugin: (name) =>
      settled(name === 'widgets-core' ? undefined : `'${name}' is not part of this. Put its script into the page.`),
    loadFile: () => settled('Nothing is loaded from here. Put the script into the page.'),
  };
}

/**
 * Puts the bus on the page; returns its undo, which takes everything off again.
 * @throws ChatError `invalid`: the configuration can't be used, or the page has a bus; the message names the remedy
 */
export function installBus(options: InstallBusOptions): () => void {
  const { page = globalThis, report = reportToPage, warn = (text) => console.warn(text) } = options;
  const undo: (() => void)[] = [];
  const globals = page as Record<string, unknown>;
  const existing = widgetsOf(page)['bus'];
  if (existing !== undefined)
    throw new ChatError(
      'invalid',
      '_genesys.widgets.bus is there already: install once, and take the old widgets script off the page',
    );
  const { config, problems, type } = options.read ?? readConfig(widgetsOf(page)['webchat'], true);
  for (const problem of problems) warn(problem);

  const widgets = objectIn(objectIn(globals, '_genesys', undo), 'widgets', undo) as Widgets;
  const host = new HostPort(options.host);
  const gate = gateOf();
  const bus = new Bus(gate.open, report, HOOKED);
  // The oldest form alone has a limit that nobody wrote down.
  const limit = config.restoreTimeout ?? (type === 'v2' ? RESTORE_TIMEOUT : undefined);
  const away = limit === undefined ? undefined : watchAway(page, limit, (): boolean => session.runs);
  const session: SessionPart = new SessionPart(bus, host, config, away?.expired);
  const element = isElement(options.host) ? options.host : undefined;
  const button = new ChatButton(element, config, report);
  const missing = (what: string): void => warn(`_genesys.widgets.webchat.${what}: no element shows it here yet`);
  registerService(bus, { host, config, session });
  publishService(bus, host, config);
  const webChat = new WebChat({ bus, host, config, session, button, missing });
  undo.push(
    () => bus.close(),
    () => host.release(),
    () => away?.undo(),
    () => webChat.release(),
    () => button.release(),
  );

  const quick = put(widgets, 'bus', busOf(bus, report), undo);
  if (globals['CXBus'] === undefined) put(globals, 'CXBus', quick, undo);

  /** What keeps the page's own store up to date, where the page has one: its code comes only then. */
  const asynchronous = async () => {
    const { async: functions, pagination } = config.transport ?? {};
    if (functions?.enabled !== true && pagination !== false) return undefined;
    const { AsyncChat } = await import('./async-chat.js');
    return new AsyncChat({ host, config, document: page.document, report, warn });
  };

  let installed = true;
  undo.push(() => gate.let());
  const start = async (): Promise<void> => {
    await host.ready();
    if (!installed) return;
    const asyncChat = await asynchronous();
    if (!installed) return;
    extend(widgets, page, quick, report);
    gate.let();
    // The commands that have waited come first: whoever gave them did not wait for the event.
    await gate.open;
    for (const plugin of ['WebChatService', 'WebChat']) bus.publish(plugin, `${plugin}.ready`, {}, true);
    webChat.begin();
    await asyncChat?.begin(async (sessionData) => {
      // One that the chat has brought back by itself is rejected here, and is what was wanted.
      await bus.command('WebChatService', 'WebChatService.restore', { sessionData }).catch(() => undefined);
      return session.running();
    });
  };
  start().catch(report);
  return () => {
    installed = false;
    for (const back of undo.splice(0).reverse()) back();
  };
}

function widgetsOf({ _genesys }: GenesysPage): Widgets {
  const widgets: unknown = typeof _genesys === 'object' && _genesys !== null && (_genesys as Widgets)['widgets'];
  return typeof widgets === 'object' && widgets !== null ? (widgets as Widgets) : {};
}

/** Runs what the page wrote for the start: `extensions`, then `onReady`. */
function extend(widgets: Widgets, page: GenesysPage, bus: GenesysBus, report: (error: unknown) => void): void {
  const run = (holder: object, name: string, ...args: readonly unknown[]): void => {
    try {
      const call = (holder as Widgets)[name];
      if (typeof call === 'function') Reflect.apply(call, undefined, args);
    } catch (error) {
      // One plugin's mistake is not the others'.
      report(error);
    }
  };
  const { extensions } = widgets;
  if (typeof extensions === 'object' && extensions !== null)
    for (const name of Object.keys(extensions)) run(extensions, name, page.jQuery, bus, Object.freeze({}));
  run(widgets, 'onReady', bus);
}

function gateOf(): { readonly open: Promise<void>; readonly let: () => void } {
  let pass!: () => void;
  const open = new Promise<void>((resolve) => (pass = resolve));
  return { open, let: () => pass() };
}

function isElement(host: object): host is HTMLElement {
  return 'nodeType' in host && host.nodeType === 1;
}

function reportToPage(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}

export { readConfig, type AsyncConfig, type GenesysConfig, type ReadConfig } from './config.js';
export type { BusEvent, CommandCall } from './bus.js';
export type { CommandDeferred, CommandPromise } from './deferred.js';
export type { GenesysHost } from './host.js';
export type { BusPlugin } from './plugin.js';
