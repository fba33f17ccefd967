/** The visitors' namespace. */
import type { Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import { PROTOCOL_VERSION, VISITOR_FRAMES, visitorHandshake, type WireFailure } from '../../../src/protocol/index.js';
import type { ChatService } from '../core/service.js';
import type { Gate } from './gate.js';
import { asked, read, serveFrames, told, type Edge, type FrameHandler } from './frames.js';
import { takeFrom, type Bucket } from './rates.js';

/** Serves it. */
export function serveVisitors(namespace: Namespace, gate: Gate, service: ChatService, edge: Edge): void {
  namespace.use((socket, next) => next(gate.refusal(socket, (auth) => visitorRefusal(auth))));
  namespace.on('connection', (socket) => {
    const { address } = gate.way(socket);
    const connection = service.visitors.connect(socket.id, { address, ...aboutOf(socket) });
    socket.on('disconnect', () => service.visitors.disconnect(connection));
    serveFrames(socket, visitorHandlers(service, connection, gate, socket), edge);
    gate.welcome(socket);
  });
}

type Connection = ReturnType<ChatService['visitors']['connect']>;

function visitorHandlers(
  service: ChatService,
  connection: Connection,
  gate: Gate,
  socket: Socket,
): ReadonlyMap<string, FrameHandler> {
  const { visitors } = service;
  const { address } = gate.way(socket);
  const reads = [gate.bucket('reads')];
  const sends: readonly Bucket[] = [gate.bucket('sends'), gate.addressBucket('sends', address)];
  const starts = [gate.bucket('starts'), gate.addressBucket('starts', address)];
  const { start, resume, send, pull, changes, typing } = VISITOR_FRAMES;
  return new Map<string, FrameHandler>([
    ['start', asked(start, starts, (frame) => visitors.start(connection, frame))],
    ['resume', asked(resume, reads, (frame) => visitors.resume(connection, frame))],
    ['send', asked(send, [], (frame) => service.visitorSends(connection, frame, () => takeFrom(sends)))],
    ['pull', read(pull, reads, (frame) => visitors.pull(connection, frame))],
    ['changes', read(changes, reads, (frame) => visitors.changes(connection, frame))],
    ['typing', told(typing, [gate.bucket('typing')], (frame) => service.visitorTypes(connection, frame))],
  ]);
}

function visitorRefusal(auth: unknown): WireFailure | undefined {
  const parsed = v.safeParse(visitorHandshake, auth, { abortEarly: true });
  if (!parsed.success)
    return {
      code: 'bad-request',
      message: 'the handshake is not valid',
      field: v.getDotPath(parsed.issues[0]) ?? undefined,
    };
  if (parsed.output.protocol === PROTOCOL_VERSION) return undefined;
  return { code: 'unsupported-version', message: `this server speaks version ${PROTOCOL_VERSION}` };
}

function aboutOf(socket: Socket): { channel: string; features: readonly string[] } {
  const parsed = v.safeParse(visitorHandshake, socket.handshake.auth);
  const about = parsed.success ? parsed.output : undefined;
  return { channel: about?.channel ?? '', features: about?.features ?? [] };
}
