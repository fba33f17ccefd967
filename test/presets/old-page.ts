/** A page as it was written for the product: its globals, the documents' own examples, and a jQuery of a few lines. */
import type { GenesysBus, BusPlugin, CommandPromise } from '../../src/facades/genesys/index.js';
import { installGenesys, type GenesysOptions } from '../../src/presets/genesys.js';
import type { LiveChat } from '../../src/elements/live-chat.js';

type Globals = {
  _genesys?: { widgets: Record<string, unknown> & { bus?: GenesysBus } };
  oMyPlugin?: BusPlugin;
  $?: unknown;
};
export const globals = window as unknown as Globals;

/** What `$('input')` and `$('<input/>').attr('type', 'file')` give. */
export function jQueryLike(what: string): unknown {
  const made = /^<(\w+)\/>$/.exec(what)?.[1];
  const elements = made ? [document.createElement(made)] : [...document.querySelectorAll(what)];
  const object = {
    jquery: '3.7.1',
    ...Object.fromEntries(elements.entries()),
    length: elements.length,
    attr: (name: string, value: string) => {
      for (const element of elements) element.setAttribute(name, value);
      return object;
    },
  };
  return object;
}

/** Runs a classic script. */
export function run(code: string): void {
  const script = document.createElement('script');
  script.textContent = code;
  document.head.append(script);
  script.remove();
}

/** The text of an example file. */
export async function example(name: string): Promise<string> {
  const response = await fetch(new URL(`examples/${name}.txt`, import.meta.url));
  return response.text();
}

/** The examples of commands, by their names. */
export async function commandExamples(): Promise<ReadonlyMap<string, string>> {
  const [, ...parts] = (await example('commands')).split('\n/// ');
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]));
}

let count = 0;
const undo: (() => void)[] = [];

/** Takes everything off that tests have put on the page. */
export function cleanUp(): void {
  for (const back of undo.splice(0).reverse()) back();
  for (const left of document.querySelectorAll('live-chat, [data-test]')) left.remove();
  delete globals._genesys;
}

/** Puts something of the page into it. */
export function put<Made extends Element>(element: Made): Made {
  element.setAttribute('data-test', '');
  document.body.append(element);
  return element;
}

export type OldPage = {
  readonly chat: LiveChat;
  readonly bus: GenesysBus;
  readonly plugin: BusPlugin;
  /** Every command that was given through `oMyPlugin`. */
  readonly given: { name: string; promise: CommandPromise }[];
  readonly uninstall: () => void;
};

/** Installs; nothing is shared with other tests, and nothing is kept. */
export function install(webchat?: unknown, options: GenesysOptions = { transport: 'socket-io' }): OldPage {
  globals._genesys ??= { widgets: {} };
  if (webchat !== undefined) globals._genesys.widgets['webchat'] = webchat;
  const uninstall = installGenesys(options);
  undo.push(uninstall);
  const chat = document.querySelector('live-chat')!;
  chat.persist = 'none';
  chat.sessionKey = `old page ${++count}`;
  const bus = globals._genesys.widgets.bus!;
  const plugin = bus.registerPlugin('MyPlugin');
  const given: OldPage['given'] = [];
  globals.oMyPlugin = {
    ...plugin,
    command: (name, data) => {
      const promise = plugin.command(name, data);
      given.push({ name, promise });
      return promise;
    },
  };
  return { chat, bus, plugin, given, uninstall };
}
