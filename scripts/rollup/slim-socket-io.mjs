// The CDN builds leave out what a line of ours never uses of Socket.IO's client, a quarter of it: WebTransport, binary packets, upgrades,
// reconnection and retries (which are the session's), shared managers, and long-polling where WebSocket gets through (it is a chunk of
// its own, transports/socket-io/polling.ts). A module that is not found any more fails the build, so that an update of the client
// can't bring them back unseen.
import { cut } from './cut.mjs';

const REPLACED = {
  'engine.io-client/build/esm/index.js':
    "export { Socket } from './socket.js'; export { installTimerFunctions } from './util.js';" +
    "export { parse } from './contrib/parseuri.js'; export { nextTick } from './globals.node.js';" +
    // Passed on by socket.io-client, used by nobody here.
    'export const Fetch = 0, NodeXHR = 0, XHR = 0, NodeWebSocket = 0, WebSocket = 0, WebTransport = 0;',
  'engine.io-client/build/esm/transports/index.js':
    "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  // Scheme, host, port, path and query are all that is asked of it.
  'engine.io-client/build/esm/contrib/parseuri.js':
    'export function parse(uri) {' +
    "  const [, protocol, host = '', port, path, query] =" +
    '    /^(\\w+):\\/\\/(?:[^@/]*@)?(\\[[^\\]]*\\]|[^:/?#]*):?(\\d*)([^?#]*)\\??([^#]*)/.exec(uri) ?? [];' +
    "  return { protocol, host: host.replace(/[[\\]]/g, ''), port, path, query };" +
    '}',
  'engine.io-parser/build/esm/encodePacket.browser.js':
    "import { PACKET_TYPES } from './commons.js'; export const encodePacketToBinary = 0;" +
    "export const encodePacket = ({ type, data }, _binary, give) => give(PACKET_TYPES[type] + (data || ''));",
  // A binary packet is none of ours: an error, as one of an unknown type.
  'engine.io-parser/build/esm/decodePacket.browser.js':
    "import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';" +
    'export const decodePacket = (packet) => {' +
    '  const type = PACKET_TYPES_REVERSE[packet[0]];' +
    '  return type ? { type, data: packet.slice(1) } : ERROR_PACKET;' +
    '};',
  // Our lines are not shared, so there is nothing to look up.
  'socket.io-client/build/esm/index.js':
    "import { parse } from 'engine.io-client'; import { Manager } from './manager.js';" +
    'export const io = (uri, options) => {' +
    "  const whole = uri[0] === '/' ? (uri[1] === '/' ? location.protocol : location.origin) + uri" +
    "    : /^(http|ws)s?:/.test(uri) ? uri : location.protocol + '//' + uri;" +
    "  return new Manager(whole, options).socket(parse(whole).path || '/', options);" +
    '};',
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }); export const reconstructPacket = (packet) => packet;',
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = () => false;',
};

const CUTS = {
  'socket.io-parser/build/esm/index.js': {
    pieces: [
      [/if \(obj\.type === PacketType\.BINARY_EVENT \|\|\s*obj\.type === PacketType\.BINARY_ACK\) \{[^}]*\}/, ''],
      [/if \(this\.reconstructor\) \{\s*throw new Error\("got plaintext[^}]*\}/, ''],
      [/const isBinaryEvent = .*?\}\s*else \{(?=\s*\/\/ non-binary)/, '{'],
      [/else if \(isBinary\(obj\) \|\| obj\.base64\) \{.*?\n        \}(?=\s*else)/, ''],
      [/\/\/ look up attachments if type binary.*?p\.attachments = n;\s*\}/, ''],
      [/(?<=destroy\(\) \{)\s*if \(this\.reconstructor\) \{[^}]*\}/, ''],
    ],
    methods: ['encodeAsBinary'],
  },
  'engine.io-client/build/esm/transports/websocket.js': {
    pieces: [
      [/const isReactNative = .*?"reactnative";/, ''],
      [/const protocols = this\.opts\.protocols;.*?opts\.headers = this\.opts\.extraHeaders;\s*\}/, ''],
      [/this\.createSocket\(uri, protocols, opts\)/, 'this.createSocket(uri)'],
      [/return !isReactNative.*?opts\);/, 'return new WebSocketCtor(uri);'],
      [/if \(this\.opts\.autoUnref\) \{[^}]*\}/, ''],
      [/if \(this\.opts\.timestampRequests\) \{[^}]*\}/, ''],
    ],
  },
  'engine.io-client/build/esm/socket.js': {
    pieces: [
      [/if \("open" === this\.readyState && this\.opts\.upgrade\) \{.*?\n        \}/, ''],
      [/this\._upgrades = this\._filterUpgrades\(data\.upgrades\);/, ''],
    ],
    methods: ['_probe', '_filterUpgrades', 'send'],
  },
  'socket.io-client/build/esm/manager.js': {
    pieces: [
      [/import \{ Backoff \} from [^;]*;/, ''],
      [
        /this\.reconnection\(opts\.reconnection !== false\);.*?this\.timeout\([^;]*;/,
        'this._timeout = 20_000; this.backoff = { reset() {} };',
      ],
      [/this\.maybeReconnectOnOpen\(\);/, ''],
      [/if \(this\._reconnection && !this\.skipReconnect\) \{\s*this\.reconnect\(\);\s*\}/, ''],
    ],
    methods: [
      ...['reconnection', 'reconnectionAttempts', 'reconnectionDelay', 'reconnectionDelayMax', 'randomizationFactor'],
      ...['timeout', 'maybeReconnectOnOpen', 'reconnect', 'onreconnect', 'connect', 'disconnect'],
    ],
  },
  'socket.io-client/build/esm/socket.js': {
    pieces: [
      [/if \(this\._opts\.retries && [^}]*\}/, ''],
      [/this\._drainQueue\(true\);/, ''],
      [/this\.notifyOutgoingListeners\(packet\);\s*this\.packet\(packet\);\s*\}\s*else/, 'this.packet(packet); } else'],
      [/this\.notifyOutgoingListeners\(packet\);/, ''],
    ],
    methods: [
      ...[
        'send',
        'emitWithAck',
        '_addToQueue',
        '_drainQueue',
        'close',
        'compress',
        'timeout',
        'prependAny',
        'listenersAny',
      ],
      ...['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing', 'notifyOutgoingListeners'],
    ],
  },
};

export const cutSocketIo = () => cut('cut-socket-io', CUTS);

export function slimSocketIo() {
  const left = new Set(Object.keys(REPLACED));
  return {
    name: 'slim-socket-io',
    buildStart() {
      for (const name of Object.keys(REPLACED)) left.add(name);
    },
    // A module belongs to the chunk of whoever imports it first: long-polling must not be reached through the index.
    async resolveId(source, importer) {
      if (source !== 'engine.io-client' || !importer?.endsWith('/transports/socket-io/polling.js')) return null;
      const index = await this.resolve(source, importer, { skipSelf: true });
      return { id: index.id.replace('index.js', 'transports/polling-xhr.js?node') };
    },
    load(id) {
      if (id.endsWith('?node'))
        return `export { XHR as NodeXHR } from ${JSON.stringify(id.slice(0, -'?node'.length))};`;
      const name = Object.keys(REPLACED).find((end) => id.endsWith(`/node_modules/${end}`));
      if (name === undefined) return null;
      left.delete(name);
      return REPLACED[name];
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`not in the bundle any more: ${[...left].join(', ')}`);
    },
  };
}
