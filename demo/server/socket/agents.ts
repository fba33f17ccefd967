/** The agents' namespace. A connection is signed in by the session cookie of the desk. */
import type { Namespace, Socket } from 'socket.io';
import { AGENT_FRAMES } from '../../../src/protocol/agent.js';
import { VISITOR_FRAMES, type WireFailure } from '../../../src/protocol/index.js';
import type { AgentSessions, Session } from '../agents/sessions.js';
import { SESSION_COOKIE, cookieOf } from '../http/cookies.js';
import type { Clock } from '../core/ports.js';
import type { ChatService } from '../core/service.js';
import type { AgentConnection } from '../core/presence.js';
import { asked, read, serveFrames, told, type Edge, type FrameHandler } from './frames.js';
import type { Gate } from './gate.js';
import { refusalError, versionRefusal } from './gate.js';
import { isOwn } from './origin.js';

/** Serves it. */
export function serveAgents(
  namespace: Namespace,
  gate: Gate,
  service: ChatService,
  sessions: AgentSessions,
  clock: Clock,
  edge: Edge,
): void {
  namespace.use((socket, next) => {
    const refused = gate.refusal(socket, (auth) => foreign(gate, socket) ?? versionRefusal(auth));
    if (refused) return next(refused);
    sessions.check(cookieOf(socket.handshake.headers.cookie, SESSION_COOKIE)).then(
      (session) => {
        if (!session) return next(refusalError(NOT_SIGNED_IN));
        (socket.data as { session?: Session }).session = session;
        next();
      },
      (error: unknown) => next(refusalError(gate.failure(error))),
    );
  });
  namespace.on('connection', (socket) => {
    const { session } = socket.data as { session?: Session };
    if (!session) return void socket.disconnect(true);
    connect(socket, session, gate, service, clock, edge).catch((error: unknown) => {
      // Without its first snapshot a desk is blind; it comes again by itself.
      gate.failure(error);
      socket.disconnect(true);
    });
  });
}

const NOT_SIGNED_IN: WireFailure = { code: 'not-allowed', message: 'not signed in' };

async function connect(
  socket: Socket,
  session: Session,
  gate: Gate,
  service: ChatService,
  clock: Clock,
  edge: Edge,
): Promise<void> {
  const forget = clock.delay(Math.max(0, session.expiresAt - clock.now()), () => socket.disconnect(true));
  gate.welcome(socket);
  const connection = service.agents.connect(socket.id, session.agent, session.hash);
  socket.on('disconnect', () => {
    forget();
    service.agents.disconnect(connection);
  });
  serveFrames(socket, agentHandlers(service, connection, gate), edge);
  await service.agents.arrived(connection);
}

function agentHandlers(
  service: ChatService,
  connection: AgentConnection,
  gate: Gate,
): ReadonlyMap<string, FrameHandler> {
  const { agents, actions } = service;
  const me = connection.agent;
  const acts = [gate.bucket('reads')];
  const sends = gate.bucket('sends');
  const { presence, accept, decline, transfer, end, block, open, join, leave, handled } = AGENT_FRAMES;
  return new Map<string, FrameHandler>([
    ['presence', asked(presence, acts, (frame) => agents.presence(me, frame.presence))],
    ['accept', asked(accept, acts, (frame) => actions.accept(me, frame.conversation))],
    ['decline', asked(decline, acts, (frame) => actions.decline(me, frame.conversation))],
    ['transfer', asked(transfer, acts, (frame) => actions.transfer(me, frame.conversation, frame.to))],
    ['end', asked(end, acts, (frame) => actions.end(me, frame.conversation))],
    ['block', asked(block, acts, (frame) => actions.block(me, frame.conversation))],
    ['join', asked(join, acts, (frame) => actions.join(me, frame.conversation, frame.silent))],
    ['leave', asked(leave, acts, (frame) => actions.leave(me, frame.conversation))],
    [
      'begin',
      asked(AGENT_FRAMES.begin, acts, ({ conversation, key, text }) => actions.begin(me, conversation, key, text)),
    ],
    ['handled', asked(handled, acts, (frame) => actions.handled(me, frame.message))],
    ['case', asked(AGENT_FRAMES.case, acts, (frame) => actions.setCase(me, frame.conversation, frame.status))],
    ['open', read(open, acts, (frame) => agents.open(connection, frame.conversation))],
    ['pull', read(VISITOR_FRAMES.pull, acts, (frame) => agents.pull(connection, frame.conversation, frame))],
    ['send', asked(VISITOR_FRAMES.send, [], (frame) => service.agentSends(connection, frame, () => sends.take()))],
    ['typing', told(VISITOR_FRAMES.typing, [gate.bucket('typing')], (frame) => service.agentTypes(connection, frame))],
  ]);
}

/** The desk works from the server's own pages only: a page elsewhere must not use an agent's cookie. */
function foreign(gate: Gate, socket: Socket): WireFailure | undefined {
  const { origin } = socket.handshake.headers;
  return origin !== undefined && !isOwn(origin, gate.way(socket))
    ? { code: 'not-allowed', message: 'not from this page' }
    : undefined;
}
