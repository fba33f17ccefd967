/** The visitors' namespace. */
import type { Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import {
  PROTOCOL_VERSION,
  leaveMessage,
  VISITOR_FRAMES,
  visitorHandshake,
  type WireFailure,
} from '../../../src/protocol/index.js';
import { ChatFault } from '../core/fault.js';
import type { ChatService } from '../core/service.js';
import type { Channels } from '../identity/channels.js';
import type { Claims } from '../identity/tokens.js';
import type { Gate } from './gate.js';
import { asked, read, serveFrames, told, type Edge, type FrameHandler } from './frames.js';
import { takeFrom, type Bucket } from './rates.js';

/** Serves it. */
export function serveVisitors(
  namespace: Namespace,
  gate: Gate,
  service: ChatService,
  channels: Channels,
  edge: Edge,
): void {
  namespace.use((socket, next) => {
    const refused = gate.refusal(socket, (auth) => visitorRefusal(auth));
    if (refused) return next(refused);
    const { channel, token } = aboutOf(socket);
    channels.identify(channel, token).then(
      (claims) => {
        (socket.data as { claims?: Claims | undefined }).claims = claims;
        next();
      },
      (error: unknown) => next(gate.refused(gate.failure(error))),
    );
  });
  namespace.on('connection', (socket) => {
    const { claims } = socket.data as { claims?: Claims };
    const { address } = gate.way(socket);
    const { channel, features } = aboutOf(socket);
    const connection = service.visitors.connect(socket.id, { address, channel, features, claims });
    const expiry = new Expiry(socket, service);
    socket.on('disconnect', () => {
      expiry.stop();
      service.visitors.disconnect(connection);
    });
    const renew = async (token: string): Promise<{ until: number; now: number }> => {
      const next = await channels.identify(channel, token);
      if (!next) throw new ChatFault('not-allowed', 'nobody is asked for a token here');
      service.visitors.renew(connection, next);
      expiry.set(next.until);
      return { until: next.until, now: service.clock.now() };
    };
    serveFrames(socket, visitorHandlers(service, connection, gate, socket, renew), edge);
    if (claims) expiry.set(claims.until);
    gate.welcome(socket, service.featuresOf(connection, claims?.until));
  });
}

/** Ends a connection when the token that it was opened with is no longer good. The client comes back with another. */
class Expiry {
  #cancel = (): void => undefined;

  constructor(
    private readonly socket: Socket,
    private readonly service: ChatService,
  ) {}

  set(until: number): void {
    const { clock } = this.service;
    this.#cancel();
    this.#cancel = clock.delay(Math.max(0, until - clock.now()), () => this.socket.disconnect(true));
  }

  stop(): void {
    this.#cancel();
  }
}

type Connection = ReturnType<ChatService['visitors']['connect']>;

function visitorHandlers(
  service: ChatService,
  connection: Connection,
  gate: Gate,
  socket: Socket,
  renew: (token: string) => Promise<unknown>,
): ReadonlyMap<string, FrameHandler> {
  const { visitors } = service;
  const { address } = gate.way(socket);
  const reads = [gate.bucket('reads')];
  const sends: readonly Bucket[] = [gate.bucket('sends'), gate.addressBucket('sends', address)];
  const asks = [gate.bucket('reads'), gate.addressBucket('asks', address)];
  const leaves = [gate.bucket('starts'), gate.addressBucket('messages', address)];
  const starts = [gate.bucket('starts'), gate.addressBucket('starts', address)];
  const { start, resume, send, pull, changes, typing, conversations, authenticate, availability } = VISITOR_FRAMES;
  return new Map<string, FrameHandler>([
    ['start', asked(start, starts, (frame) => visitors.start(connection, frame))],
    ['resume', asked(resume, reads, (frame) => visitors.resume(connection, frame))],
    ['send', asked(send, [], (frame) => service.visitorSends(connection, frame, () => takeFrom(sends)))],
    ['pull', read(pull, reads, (frame) => visitors.pull(connection, frame))],
    ['changes', read(changes, reads, (frame) => visitors.changes(connection, frame))],
    ['typing', told(typing, [gate.bucket('typing')], (frame) => service.visitorTypes(connection, frame))],
    ['conversations', read(conversations, reads, (frame) => visitors.conversations(connection, frame))],
    ['threads', asked(VISITOR_FRAMES.threads, asks, (frame) => service.threads.list(connection, frame))],
    ['thread', asked(VISITOR_FRAMES.thread, asks, (frame) => service.threads.change(connection, frame))],
    ['availability', read(availability, asks, (frame) => service.before.availability(connection, frame))],
    ['leave-message', asked(leaveMessage, leaves, (frame) => service.before.leave(connection, frame))],
    ['survey', asked(VISITOR_FRAMES.survey, leaves, (frame) => service.answersSurvey(connection, frame))],
    // A signature is dear to check, so it counts as a start does.
    ['authenticate', read(authenticate, starts, ({ token }) => renew(token))],
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

function aboutOf(socket: Socket): { channel: string; features: readonly string[]; token: string | undefined } {
  const parsed = v.safeParse(visitorHandshake, socket.handshake.auth);
  const about = parsed.success ? parsed.output : undefined;
  return { channel: about?.channel ?? '', features: about?.features ?? [], token: about?.token };
}
