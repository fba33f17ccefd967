/**
 * The chat service: everything between a validated frame and the store. It knows conversations, visitors and agents, and
 * neither sockets nor HTTP.
 */
import type { InferOutput } from 'valibot';
import type { survey, send, WireFeatures } from '../../../src/protocol/index.js';
import type { Blobs } from '../files/blobs.js';
import type { Store } from '../store/port.js';
import { AgentSide } from './agent.js';
import { account, AgentActions } from './agent-actions.js';
import { Alarms } from './alarms.js';
import { BeforeSide } from './before.js';
import { Bot } from './bot.js';
import { Desks } from './desks.js';
import { endConversation } from './ending.js';
import { ChatFault } from './fault.js';
import { FileSide } from './files.js';
import { Outgoing } from '../hooks/outgoing.js';
import { startHeartbeat } from './heartbeat.js';
import { Lifecycle } from './lifecycle.js';
import type { Parts } from './parts.js';
import { isPresent } from './people.js';
import type { Clock, Hub, Log, Random } from './ports.js';
import { Presence, type AgentConnection, type VisitorConnection } from './presence.js';
import { publisher } from './publisher.js';
import { QueuePlaces } from './queue.js';
import { startRetention } from './retention.js';
import { Routing } from './routing.js';
import { Runner, type CommitListener, type Done } from './runner.js';
import { sendBatch, type Sent, type TakeToken } from './sending.js';
import type { Settings } from './settings.js';
import { agentTypes, visitorTypes, type Typing } from './signals.js';
import { recover } from './startup.js';
import { answerSurvey } from './surveys.js';
import { ThreadSide } from './threads.js';
import { Turns } from './turns.js';
import { agentAuthor, visitorAuthor } from './views.js';
import { VisitorSide } from './visitor.js';

type Send = InferOutput<typeof send>;

/** What the service stands on. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly hub: Hub;
  readonly log: Log;
  /** Where the bytes of files go; without it no files are taken. */
  readonly blobs?: Blobs | undefined;
}

/** See the module. */
export class ChatService {
  readonly visitors: VisitorSide;
  /** What is asked and said before a conversation. */
  readonly threads: ThreadSide;
  readonly before: BeforeSide;
  readonly agents: AgentSide;
  readonly actions: AgentActions;
  readonly presence: Presence;
  /** Missing where no files are taken. */
  readonly files: FileSide | undefined;

  private constructor(
    private readonly parts: Parts,
    secret: string,
  ) {
    const { runner, hub } = parts;
    this.presence = parts.presence;
    const routing = new Routing(parts);
    const lifecycle = new Lifecycle(parts, routing);
    const desks = new Desks(parts);
    new QueuePlaces(parts);
    runner.onCommit(publisher(hub));
    this.#bot = new Bot(parts);
    this.visitors = new VisitorSide(parts, secret);
    this.before = new BeforeSide(parts);
    this.threads = new ThreadSide(parts);
    this.actions = new AgentActions(parts, routing);
    this.agents = new AgentSide(parts, routing, lifecycle, desks);
    this.files = parts.blobs && new FileSide(parts, parts.blobs, parts.settings.files, secret);
    this.#lifecycle = lifecycle;
  }

  readonly #lifecycle: Lifecycle;
  readonly #bot: Bot;
  /** What each connection of a visitor sends. */
  readonly #sending = new Turns();
  #outgoing: Outgoing | undefined;

  /** Takes up what the store has, and starts. */
  static async start(ports: Ports, settings: Settings): Promise<ChatService> {
    const parts: Parts = {
      ...ports,
      blobs: ports.blobs,
      settings,
      presence: new Presence(),
      alarms: new Alarms(ports.clock, ports.log),
      runner: new Runner(ports.store, ports.clock, { settings: settings.survey, random: ports.random }),
    };
    const secret = await ports.store.transact(async (tx) => {
      const known = await tx.setting('secret');
      if (known === undefined) await tx.saveSetting('secret', ports.random.id());
      return known ?? (await tx.setting('secret')) ?? '';
    });
    const service = new ChatService(parts, secret);
    await recover(parts, service.#lifecycle);
    await service.#bot.recover();
    const outgoing = new Outgoing(parts, settings.hooks);
    service.#outgoing = outgoing;
    parts.runner.before((tx, commit, now) => outgoing.note(tx, commit, now));
    service.onCommit(() => outgoing.wake());
    outgoing.start();
    startHeartbeat(parts);
    startRetention(parts, service.files);
    service.files?.start();
    return service;
  }

  /** Hears of every commit. */
  onCommit(listener: CommitListener): void {
    this.parts.runner.onCommit(listener);
  }

  /** Stops everything that happens by itself. */
  stop(): void {
    this.parts.alarms.stop();
    this.#outgoing?.stop();
  }

  /** What `welcome` says of the channel of a connection, and to a customer's. */
  featuresOf({ channel, identity, pass }: VisitorConnection, until: number | undefined): WireFeatures {
    return {
      context: this.parts.settings.plan.variables(channel, identity?.context),
      availability: true,
      fields: this.parts.settings.fields,
      ...(until !== undefined && { identity: { until, pass } }),
    };
  }

  /** The service's time. */
  get clock(): Clock {
    return this.parts.clock;
  }

  /** Stores what a visitor sends. */
  async visitorSends(connection: VisitorConnection, frame: Send, take: TakeToken): Promise<Done<Sent>> {
    if (!connection.conversations.has(frame.conversation)) {
      throw new ChatFault('unknown-conversation', 'this connection has not opened such a conversation');
    }
    this.#fits(frame);
    // A burst of one connection must not stand in front of everybody else's next message.
    return this.#sending.take(connection.id, () =>
      sendBatch(this.parts, frame.conversation, frame.items, take, async (work, draft) => {
        const { row } = draft;
        const author = visitorAuthor(row);
        return {
          viewer: { side: 'visitor', person: row.person },
          author,
          refusal: row.phase === 'ended' ? 'ended' : undefined,
          end: () => endConversation(work, draft, { by: 'visitor', reason: 'left', from: author }),
        };
      }),
    );
  }

  /** Stores what an agent sends. */
  async agentSends(connection: AgentConnection, frame: Send, take: TakeToken): Promise<Done<Sent>> {
    this.#fits(frame);
    return sendBatch(this.parts, frame.conversation, frame.items, take, async (work, draft) => {
      const agent = await account(work.tx, connection.agent);
      const author = agentAuthor(agent);
      const mine = draft.row.agent === agent.id;
      const person = await work.tx.person(draft.row.id, agent.id);
      // Who was in it once may still learn what became of what they sent.
      if (!mine && !person) throw new ChatFault('not-allowed', 'the conversation is not yours');
      const speaks = mine ? draft.row.phase === 'active' : agent.role === 'supervisor' && isPresent(person);
      const refusal = draft.row.phase === 'ended' ? 'ended' : 'not-allowed';
      return {
        viewer: { side: 'staff', person: agent.id },
        author,
        refusal: speaks && draft.row.phase !== 'ended' ? undefined : refusal,
        end: () => endConversation(work, draft, { by: agent.role, reason: 'ended', from: author }),
      };
    });
  }

  /** A visitor answers what they were asked after the end. */
  answersSurvey(connection: VisitorConnection, frame: InferOutput<typeof survey>): Promise<Done<null>> {
    return answerSurvey(this.parts, connection, frame);
  }

  /** A visitor types. */
  visitorTypes(connection: VisitorConnection, typing: Typing): Promise<void> {
    return visitorTypes(this.parts, connection, typing);
  }

  /** An agent types. */
  agentTypes(connection: AgentConnection, typing: Typing): Promise<void> {
    return agentTypes(this.parts, connection, typing);
  }

  #fits(frame: Send): void {
    const { maxBatch } = this.parts.settings.limits;
    if (frame.items.length > maxBatch)
      throw new ChatFault('too-large', `at most ${maxBatch} items at a time`, { field: 'items' });
  }
}
