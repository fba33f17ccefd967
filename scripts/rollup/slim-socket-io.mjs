// The CDN builds leave out what our protocol never uses, a tenth of Socket.IO's client: WebTransport, binary packets, and
// long-polling where WebSocket gets through (it is a chunk of its own, transports/socket-io/polling.ts). A module that is
// not found any more fails the build, so that an update of the client can't bring them back unseen.
const REPLACED = {
  'engine.io-client/build/esm/index.js':
    "export { Socket } from './socket.js'; export { installTimerFunctions } from './util.js';" +
    "export { parse } from './contrib/parseuri.js'; export { nextTick } from './globals.node.js';" +
    // Passed on by socket.io-client, used by nobody here.
    'export const Fetch = 0, NodeXHR = 0, XHR = 0, NodeWebSocket = 0, WebSocket = 0, WebTransport = 0;',
  'engine.io-client/build/esm/transports/index.js':
    "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }); export const reconstructPacket = (packet) => packet;',
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = () => false;',
};

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
