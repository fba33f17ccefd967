/**
 * `live-chat-elements/presets/genesys`: everything that a page needs which was written for Genesys Widgets and has no
 * element of ours. It registers `<live-chat>`, mounts the one that such a page lacks, and puts the bus on the page.
 */
import '../define/live-chat.js';
import type { LiveChat } from '../elements/live-chat.js';
import { installBus, readConfig, type GenesysConfig, type GenesysPage } from '../facades/genesys/index.js';
import { ChatError } from '../session/model/errors.js';
import { laterTransport } from '../transports/shared/later.js';
import type { Transport, TransportFactory, TransportOptions, TransportSink } from '../session/transport.js';

/** What a transport is told here beside the usual: the page's whole configuration, checked. */
export type GenesysTransportOptions = TransportOptions & {
  /** `_genesys.widgets.webchat` */
  readonly config: GenesysConfig;
  /** `_genesys.widgets.main`; `enableCustomHeader` means its `header`. */
  readonly main: Readonly<Record<string, unknown>>;
};

/** Makes a transport from the page's configuration. Every `TransportFactory` is one. */
export type GenesysTransportFactory = (sink: TransportSink, options: GenesysTransportOptions) => Transport;

/** What {@link installGenesys} takes. */
export type GenesysOptions = {
  /** Another back end than the configured one: `socket-io` is the chat server of this project, `polling` the same over plain requests. */
  readonly transport?: 'socket-io' | 'polling' | GenesysTransportFactory | undefined;
  /** The address of that back end, for the element that is mounted; default: the page's own origin. */
  readonly endpoint?: string | undefined;
  /** Which of its channels. */
  readonly channel?: string | undefined;
  /** The element to use; default: the first on the page, and where there is none, one is put at its end. */
  readonly element?: LiveChat | undefined;
};

/** The documented types of `transport`, and what speaks to their back ends here. */
const BACK_ENDS: ReadonlyMap<string, GenesysTransportFactory | undefined> = new Map([
  ['v2', undefined],
  ['pureengage-v3-rest', undefined],
  ['purecloud-v2-sockets', undefined],
]);

/** With what the page configured for its requests. */
const polled: GenesysTransportFactory = (sink, options) =>
  laterTransport(async () => {
    const { ajaxTimeout, pollExceptionLimit, xhrFields } = options.config;
    const { polling } = await import('../transports/polling/index.js');
    const credentials = xhrFields?.['withCredentials'] === true ? 'include' : 'omit';
    return polling({ ajaxTimeout, pollExceptionLimit, credentials });
  })(sink, options);

const ELSEWHERE = "name another back end: installGenesys({ transport: 'socket-io', endpoint: 'https://your.server' })";

function factoryOf(given: GenesysOptions['transport'], type: string | undefined): GenesysTransportFactory | undefined {
  if (typeof given === 'function') return given;
  if (given === 'socket-io') return undefined;
  if (given === 'polling') return polled;
  if (given !== undefined)
    throw new ChatError(
      'invalid',
      "installGenesys: transport must be 'socket-io', 'polling' or a function that makes a transport",
    );
  const name = type ?? 'v2';
  if (!BACK_ENDS.has(name))
    throw new ChatError(
      'invalid',
      `_genesys.widgets.webchat.transport.type: '${name}' is not known; the documents have 'pureengage-v3-rest' and 'purecloud-v2-sockets'. Correct it, or ${ELSEWHERE}`,
    );
  const factory = BACK_ENDS.get(name);
  if (factory) return factory;
  const what =
    name === 'v2' ? '_genesys.widgets.webchat.dataURL' : `_genesys.widgets.webchat.transport.type: '${name}'`;
  throw new ChatError('invalid', `${what}: nothing here speaks to this back end yet; ${ELSEWHERE}`);
}

type Names = Readonly<Record<string, unknown>>;
const objectOf = (value: unknown): Names => (typeof value === 'object' && value !== null ? (value as Names) : {});

/**
 * Makes a page that was written for Genesys Widgets run on `<live-chat>`; returns its undo, which takes everything off again.
 * Call it once, where the page loaded the old script, after the configuration.
 * @throws ChatError `invalid`: the configuration can't be used; the message names the field and the remedy.
 * `unsupported`: the browser is too old
 */
export function installGenesys(options: GenesysOptions = {}): () => void {
  const page = globalThis as GenesysPage;
  const widgets = objectOf(objectOf(page._genesys)['widgets']);
  const main = objectOf(widgets['main']);
  const read = readConfig(widgets['webchat'], options.transport !== undefined);
  const factory = factoryOf(options.transport, read.type);
  const transport: TransportFactory | undefined =
    factory && ((sink, given) => factory(sink, { ...given, config: read.config, main }));

  // Below the floor of the browsers nothing is registered, and every command would wait for ever.
  if (!customElements.get('live-chat'))
    throw new ChatError('unsupported', 'installGenesys: this browser is too old for <live-chat>; the page has no chat');

  const found = options.element ?? document.querySelector('live-chat') ?? undefined;
  const chat = found ?? document.createElement('live-chat');
  if (!found) {
    chat.endpoint = options.endpoint ?? '';
    chat.channel = options.channel ?? 'default';
    const { theme, lang } = main;
    if (theme === 'dark' || theme === 'light') chat.theme = theme;
    if (typeof lang === 'string' && /^[a-z]{2,3}([-_][\w-]+)?$/i.test(lang)) chat.lang = lang.replaceAll('_', '-');
  }
  if (transport) chat.transport ??= transport;

  const takeOff = installBus({ host: chat, read });
  const mount = (): void => document.body.append(chat);
  // A script in the head may run before there is a body.
  if (!found && document.body) mount();
  else if (!found) document.addEventListener('DOMContentLoaded', mount);
  return () => {
    document.removeEventListener('DOMContentLoaded', mount);
    takeOff();
    if (!found) chat.remove();
  };
}
