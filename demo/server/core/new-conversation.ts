/** How a conversation comes into being. */
import type { InferOutput } from 'valibot';
import type { start } from '../../../src/protocol/index.js';
import type { ConversationRow, PersonRow } from '../store/port.js';
import { welcomeByBot } from './bot.js';
import { ChatFault } from './fault.js';
import type { Parts } from './parts.js';
import type { VisitorConnection } from './presence.js';
import { enqueue } from './queue.js';
import type { Settings } from './settings.js';
import { visitorAuthor, visitorName } from './views.js';
import type { Draft, Work } from './work.js';

/** Makes one, of the connection's visitor or a new one, and puts it at the end of the queue, or into the hands of the bot. */
export async function createConversation(
  work: Work,
  { random, settings }: Pick<Parts, 'random' | 'settings'>,
  connection: VisitorConnection,
  frame: InferOutput<typeof start>,
  keyHash: string,
): Promise<Draft> {
  const { tx, now } = work;
  const { identity } = connection;
  // On whatever device a customer begins, they are one visitor.
  const known = connection.visitor ?? (identity && (await tx.conversationsOf(identity.key, 1))[0]?.visitor);
  const blocked =
    (await tx.blockedUntil('address', connection.addressHash, now)) ??
    (known === undefined ? undefined : await tx.blockedUntil('visitor', known, now));
  if (blocked !== undefined) throw new ChatFault('blocked', 'new conversations are refused for a time');
  if (await full(work, settings, connection.addressHash, known))
    throw new ChatFault('rate-limited', 'too many conversations are running', { retryAfter: FULL_FOR });
  const context = settings.plan.context(connection.channel, frame.context, identity?.context);
  const route = settings.plan.route(connection.channel, context);
  if (!settings.plan.standing(route.queue, now).open)
    throw new ChatFault('closed', 'nobody is there at this time; a message can be left');
  const visitor = known ?? random.id();
  if (known === undefined) await tx.addVisitor(visitor, now);
  const row: ConversationRow = {
    ...EMPTY_ROW,
    id: random.id(),
    visitor,
    identity: identity?.key ?? null,
    customer: identity?.customer ?? null,
    keyHash,
    channel: connection.channel,
    addressHash: connection.addressHash,
    profile: frame.profile ?? {},
    userData: frame.userData ?? {},
    context,
    ...route,
    language: frame.language ?? null,
    features: connection.features ?? [],
    person: random.id(),
    startedAt: now,
    activeAt: now,
  };
  const draft = await work.add(row);
  const person: PersonRow = {
    ...EMPTY_PERSON,
    conversation: row.id,
    id: row.person,
    name: visitorName(row.profile) ?? null,
    joinedAt: now,
  };
  await work.savePerson(draft, person);
  await work.append(draft, { type: 'join', from: visitorAuthor(row) });
  await (settings.bot ? welcomeByBot(work, draft, settings.bot) : enqueue(work, draft, 'tail'));
  return draft;
}

/** How long a client waits before it asks whether one has ended. */
const FULL_FOR = 30_000;

/** Whether the visitor, or the address, has as many as it may: each is a place in the queue and a line on every desk. */
async function full(
  { tx }: Work,
  { maxOpenPerVisitor, maxOpenPerAddress }: Settings,
  addressHash: string,
  visitor: string | undefined,
): Promise<boolean> {
  if (maxOpenPerVisitor > 0 && visitor !== undefined && (await tx.running('visitor', visitor)) >= maxOpenPerVisitor)
    return true;
  return maxOpenPerAddress > 0 && (await tx.running('address', addressHash)) >= maxOpenPerAddress;
}

const EMPTY_ROW = {
  endedAt: null,
  parent: null,
  title: null,
  archived: false,
  phase: 'queued',
  userDataChanged: false,
  rev: 0,
  staffRev: 0,
  head: 0,
  publicHead: 0,
  agent: null,
  guest: null,
  contactFields: {},
  assigned: null,
  caseStatus: 'open',
  bot: null,
  botHeard: 0,
  botMisses: 0,
  botStream: null,
  queuedAt: null,
  queueRank: 0,
  queuePosition: null,
  queueWait: null,
  queuedAs: null,
  offerAgent: null,
  offerUntil: null,
  visitorLeftAt: null,
  goneAt: null,
  warnedAt: null,
} as const;

const EMPTY_PERSON = {
  role: 'visitor',
  avatar: null,
  leftAt: null,
  connected: true,
  silentSince: null,
  known: true,
  delivered: 0,
  seen: 0,
} as const;
