/**
 * The reference chat server. {@link attachChatServer} is the one way in: it puts the server on an HTTP server that is yours,
 * beside whatever that answers already.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import {
  AGENT_NAMESPACE,
  HTTP_PATH,
  RICH_KINDS,
  RICH_VERSION,
  VISITOR_NAMESPACE,
  type WireFeatures,
} from '../../src/protocol/index.js';
import { syncAccounts } from './agents/accounts.js';
import { AgentSessions } from './agents/sessions.js';
import type { Clock } from './core/ports.js';
import { ChatService } from './core/service.js';
import type { Settings } from './core/settings.js';
import { Counters } from './counters.js';
import { diskBlobs } from './files/disk-blobs.js';
import { fileRoutes } from './http/files.js';
import { Channels } from './identity/channels.js';
import { MOST_WAIT, pollRoutes } from './http/poll.js';
import { metricsText, type Gauges } from './http/metrics.js';
import { mountRoutes } from './http/routes.js';
import { proxiesFrom, ratesFrom, settingsFrom, type ChatServerOptions } from './options.js';
import { PollHub } from './poll/hub.js';
import { Lines } from './poll/lines.js';
import { wayOf } from './socket/address.js';
import { serveAgents } from './socket/agents.js';
import { Busy } from './socket/busy.js';
import type { Edge } from './socket/frames.js';
import { Gate, refusalError } from './socket/gate.js';
import { socketHub } from './socket/hub.js';
import { originAllowed } from './socket/origin.js';
import { textParser } from './socket/parser.js';
import { serveVisitors } from './socket/visitors.js';
import type { Store } from './store/port.js';
import { openSqlite } from './store/sqlite.js';
import { silence, systemClock, systemRandom } from './system.js';

export type { BotRule, BotSettings } from './core/bot.js';
export type { HoursConfig } from './core/hours.js';
export type { ChannelPlan, QueueConfig, RoutingRule, VariableConfig } from './core/plan.js';
export type { ChannelConfig } from './identity/channels.js';
export type { AuthenticationConfig } from './identity/config.js';
export type { AgentConfig, ChatServerOptions, Origins } from './options.js';
export type { Clock, Log, Random } from './core/ports.js';
export type { Gauges } from './http/metrics.js';
export type { Store } from './store/port.js';
export { openSqlite } from './store/sqlite.js';
export { jsonLog } from './system.js';

/** A running chat server. */
export interface ChatServer {
  /** The Socket.IO server underneath. */
  readonly io: Server;
  /** How many connections and conversations there are now. */
  stats(): Promise<Gauges>;
  /** The same and all counters, in the text format of Prometheus. */
  metrics(): Promise<string>;
  /** Cuts connections as a broken network would, those of one side or all; returns how many. */
  kick(side?: 'visitors' | 'agents'): number;
  /** Takes nobody in any more, lets what is under way finish, ends all connections and closes the store. The HTTP server stays its owner's. */
  close(): Promise<void>;
}

/** How long `close` waits for what is under way. */
const DRAIN = 5000;

/** Attaches a chat server to an HTTP server. Rejects when the store can't be opened or another server has it. */
export async function attachChatServer(httpServer: HttpServer, options: ChatServerOptions): Promise<ChatServer> {
  const { clock = systemClock, random = systemRandom, log = silence } = options;
  const settings = settingsFrom(options);
  const rates = ratesFrom(options);
  const proxies = proxiesFrom(options);
  const now = (): number => clock.now();
  const counters = new Counters();
  const busy = new Busy();
  const blobs = options.files && diskBlobs(options.files.folder);
  const features = featuresOf(settings, blobs !== undefined);
  const gate = new Gate({ settings, features, rates, proxies, now, log, counters });
  const store = openStore(options.store, now);
  const channels = await Channels.from(options.channels ?? {}, clock, log);
  const sessions = new AgentSessions(store, clock, random);

  const allowed = (request: IncomingMessage): boolean => {
    const { origin } = request.headers;
    const way = wayOf(request, proxies);
    // To answer each of thousands would cost what they are after.
    if (gate.addressBucket('handshakes', way.address).take() > 0) {
      counters.add('handshakes-refused', 'flood');
      return false;
    }
    const fine = originAllowed(origin, way, options.origins);
    if (!fine) {
      counters.add('handshakes-refused', 'origin');
      log('warn', 'origin-refused', { origin: (origin ?? '').slice(0, 200) });
    }
    return fine;
  };
  const io = new Server({
    maxHttpBufferSize: settings.limits.maxFrame,
    parser: textParser,
    pingInterval: options.pingInterval ?? 10_000,
    pingTimeout: options.pingTimeout ?? 8_000,
    // Who connects and joins no namespace has no business here.
    connectTimeout: 10_000,
    serveClient: false,
    allowRequest: (request, decide) => decide(null, allowed(request)),
    cors: { origin: (origin, decide) => decide(null, origin ?? false), methods: ['GET', 'POST'] },
  });
  // The root namespace is there in every Socket.IO server; here nobody has any business in it.
  io.use((_socket, next) => next(refusalError({ code: 'bad-request', message: 'connect to a namespace' })));
  const visitors = io.of(VISITOR_NAMESPACE);
  const agents = io.of(AGENT_NAMESPACE);

  await syncAccounts(store, random, options.agents ?? []);
  const hub = new PollHub(socketHub(visitors, agents));
  const service = await ChatService.start({ store, clock, random, log, blobs, hub }, settings);
  service.onCommit(({ changes }) => {
    for (const { entry } of changes.flatMap(({ appended }) => appended)) counters.add('entries', entry.body.type);
  });
  const lines = new Lines(service, hub, gate, clock, random);
  const edge: Edge = { log, counters, now, busy, frames: rates.connection.frames };
  serveVisitors(visitors, gate, service, channels, edge);
  serveAgents(agents, gate, service, sessions, clock, edge);

  const stats = async (): Promise<Gauges> => ({
    visitorConnections: visitors.sockets.size + lines.size,
    agentConnections: agents.sockets.size,
    agentsOnline: service.presence.onlineAgents().length,
    ...(await store.read(async (tx) => ({
      queued: await tx.waiting(),
      active: (await tx.active()).length,
      ended: await tx.endedCount(),
    }))),
  });
  const metrics = async (): Promise<string> => metricsText(await stats(), counters);
  const signedOut = (session: string): void => {
    for (const connection of service.presence.agents.values()) {
      if (connection.session === session) agents.sockets.get(connection.id)?.disconnect(true);
    }
  };
  mountRoutes(httpServer, {
    sessions,
    gate,
    proxies,
    log,
    counters,
    signedOut,
    api: { service, settings, sessions, gate, channels, busy, proxies, origins: options.origins, log, counters },
    apiRoutes: [...pollRoutes(HTTP_PATH, lines), ...(service.files ? fileRoutes(HTTP_PATH, service.files) : [])],
    metrics: options.metrics ?? 'local',
    metricsText: metrics,
    check: checkOf(store, now),
  });
  io.attach(httpServer);
  forgetPollersSoon(io);
  log('info', 'started');

  return {
    io,
    stats,
    metrics,
    kick(side) {
      const namespaces = side === undefined ? [visitors, agents] : [side === 'visitors' ? visitors : agents];
      const sockets = namespaces.flatMap((namespace) => [...namespace.sockets.values()]);
      for (const socket of sockets) socket.conn.close();
      return sockets.length;
    },
    async close() {
      if (!gate.open) return;
      gate.open = false;
      service.stop();
      lines.stop();
      await within(clock, DRAIN, busy.idle());
      for (const namespace of [visitors, agents]) namespace.disconnectSockets(true);
      io.engine.close();
      await store.close();
      log('info', 'stopped');
    },
  };
}

/**
 * By default a client that polls and does not come back keeps its connection, and with it a process that wants to stop, for
 * half a minute. One that is there polls again at once.
 */
function forgetPollersSoon(io: Server): void {
  io.engine.on('connection', ({ transport }: { transport: { closeTimeout?: number } }) => {
    if (transport.closeTimeout !== undefined) transport.closeTimeout = 2000;
  });
}

/** Waits for something, but not for ever. */
async function within(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  let cancel = (): void => undefined;
  const late = new Promise<void>((resolve) => (cancel = clock.delay(ms, resolve)));
  await Promise.race([work, late]);
  cancel();
}

/** What clients are told that they may use. */
function featuresOf({ files }: Settings, takesFiles: boolean): WireFeatures {
  const { maxSize, maxCount, types, chunk } = files;
  return {
    http: HTTP_PATH,
    polling: { wait: MOST_WAIT },
    notices: true,
    userData: true,
    rich: { version: RICH_VERSION, kinds: [...RICH_KINDS] },
    ...(takesFiles && { files: { maxSize, maxCount, types, chunk } }),
  };
}

function openStore(store: ChatServerOptions['store'], now: () => number): Store {
  return 'transact' in store ? store : openSqlite({ ...store, now });
}

/** Asks the store at most once a second, however often somebody wants to know. */
function checkOf(store: Store, now: () => number): () => Promise<void> {
  let last: { at: number; result: Promise<void> } | undefined;
  return () => {
    if (!last || Math.abs(now() - last.at) >= 1000) last = { at: now(), result: store.check() };
    return last.result;
  };
}
