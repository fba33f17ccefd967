/** The link over Socket.IO. Its own reconnection is off: when to try again is the connection's decision. */
import { io, type Socket } from 'socket.io-client';
import { AGENT_NAMESPACE, PROTOCOL_VERSION } from '../../../src/protocol/index.js';
import { LinkError, type MakeLink } from './ports.js';

/** Makes links to the agent namespace of `origin`. The desk's session travels as a cookie. */
export function socketLink(
  origin: string,
  options: { readonly path?: string; readonly extraHeaders?: Record<string, string> } = {},
): MakeLink {
  return (listener) => {
    const socket: Socket = io(new URL(AGENT_NAMESPACE, origin).href, {
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      withCredentials: true,
      // WebSocket first: polling costs a round trip more, and is there for networks that let nothing else through.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      auth: { protocol: PROTOCOL_VERSION },
      ...options,
    });
    socket.on('connect', () => listener.opened());
    socket.on('disconnect', (reason) => listener.closed(reason));
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      const code = refusalCode(error.data);
      if (code === undefined) listener.closed('connect_error');
      else listener.refused(code);
    });
    socket.onAny((event: string, data: unknown) => listener.received(event, data));
    return {
      open: () => void socket.connect(),
      close: () => void socket.disconnect(),
      async request(event, data, within) {
        if (!socket.connected) throw new LinkError('disconnected');
        try {
          return (await socket.timeout(within).emitWithAck(event, data)) as unknown;
        } catch {
          throw new LinkError(socket.connected ? 'timeout' : 'disconnected');
        }
      },
      signal: (event, data) => void socket.volatile.emit(event, data),
    };
  };
}

/** A refused handshake carries its code as data; what carries none failed on the way. */
function refusalCode(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'
    ? data.code
    : undefined;
}
