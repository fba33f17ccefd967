/** Facts as DOM events: the one place where the model's words become the documented ones. */
import type { ChatEvent } from './events.js';
import type { Fact } from './model/facts.js';
import { agentsOf, isStaff, messageOf, staffOf } from './model/selectors.js';
import type { Author, ChatState, Connection, Message, Role } from './model/types.js';

const FROM = { visitor: 'Client', agent: 'Agent', supervisor: 'Supervisor', bot: 'Bot', system: 'System' } as const;

function came(role: Role): 'client' | 'agent' | 'supervisor' | 'bot' | undefined {
  return role === 'visitor' ? 'client' : role === 'system' ? undefined : role;
}

/** Somebody came or went. The registers that say so may come a moment later: the agents told are those after it. */
function people(state: ChatState, key: string, person: Author, at: number, connected: boolean): readonly ChatEvent[] {
  const conversation = state.conversations[key];
  const who = came(person.role);
  if (!conversation || who === undefined) return [];
  const known = conversation.people.find((other) => other.id === person.id);
  const now = {
    ...person,
    joinedAt: connected ? at : (known?.joinedAt ?? at),
    connected,
    ...(connected ? {} : { leftAt: known?.leftAt ?? at }),
  };
  const others = conversation.people.filter((other) => other.id !== person.id);
  const after = { ...conversation, people: [...others, known?.connected === connected ? known : now] };
  const message: Message = {
    id: '',
    index: 0,
    type: connected ? 'ParticipantJoined' : 'ParticipantLeft',
    text: '',
    from: { name: person.name ?? '', type: FROM[person.role] },
    utcTime: at,
  };
  const detail = { conversationId: key, agents: agentsOf(after), numAgentsConnected: staffOf(after).length, message };
  return [{ type: `chat-${who}-${connected ? 'connected' : 'disconnected'}` as 'chat-agent-connected', detail }];
}

/**
 * Whether the line is wanted and not there: from the first failure to the next success, over all tries in between. The
 * first opening of a line is no trouble, and neither is one that we closed because nothing needed it.
 */
function inTrouble({ status, reason }: Connection): boolean {
  return status !== 'online' && reason !== undefined && reason !== 'idle';
}

function connectionEvents(connection: Connection, previous: Connection, state: ChatState): readonly ChatEvent[] {
  const events: ChatEvent[] = [];
  const trouble = inTrouble(connection);
  const before = inTrouble(previous);
  if (connection.refused !== undefined && connection.refused !== previous.refused)
    events.push({
      type: 'chat-error',
      detail: {
        code: connection.refused,
        message: `the chat could not be started: ${connection.reason}; check endpoint, channel and version`,
      },
    });
  if (trouble && !before) events.push({ type: 'chat-disconnected', detail: { reason: connection.reason ?? '' } });
  if (before && connection.status === 'connecting' && previous.status === 'offline')
    events.push({ type: 'chat-connection-pending', detail: { attempts: connection.attempts } });
  if (connection.serverOffline && !previous.serverOffline) {
    events.push({ type: 'chat-server-went-offline', detail: { attempts: connection.attempts } });
    for (const { key, phase } of Object.values(state.conversations))
      if (phase === 'restoring') events.push({ type: 'chat-restored-offline', detail: { conversationId: key } });
  }
  if (before && connection.status === 'online') {
    if (previous.serverOffline)
      events.push({ type: 'chat-server-back-online', detail: {} }, { type: 'chat-connection-restored', detail: {} });
    events.push({ type: 'chat-reconnected', detail: {} });
  }
  return events;
}

/** A change of phase, where the documents have an event for it. */
function phaseEvents(
  { key, phase, previous }: Extract<Fact, { type: 'phase' }>,
  state: ChatState,
): readonly ChatEvent[] {
  // Into the queue: not when an end that was refused, or a reload, finds the visitor still in it.
  if (phase === 'queued' && previous !== 'ending' && previous !== 'restoring')
    return [{ type: 'chat-queued', detail: { conversationId: key, queue: state.conversations[key]?.queue ?? null } }];
  if (phase === 'restoring' && state.connection.serverOffline)
    return [{ type: 'chat-restored-offline', detail: { conversationId: key } }];
  return [];
}

/** Entries as messages, each with its place in the transcript. */
function received(fact: Extract<Fact, { type: 'received' }>, state: ChatState): readonly ChatEvent[] {
  const log = state.conversations[fact.key]?.log.entries ?? [];
  const offset = log[0]?.seq === fact.entries[0]?.seq ? 0 : log.length - fact.entries.length;
  const all = (original: boolean) =>
    fact.entries.flatMap((entry, i) => (entry.type === 'unknown' ? [] : [messageOf(entry, offset + i, original)]));
  const messages = all(false);
  if (messages.length === 0) return [];
  return [
    {
      type: 'chat-message-received',
      detail: { conversationId: fact.key, messages, originalMessages: all(true), restoring: fact.restoring },
    },
  ];
}

/** How far the other side has come, if it has come further. */
function receipts(
  { key, person, marks, previous }: Extract<Fact, { type: 'marks' }>,
  state: ChatState,
): readonly ChatEvent[] {
  const who = state.conversations[key]?.people.find((other) => other.id === person);
  if (!who || !isStaff(who.role)) return [];
  const events: ChatEvent[] = [];
  if (marks.delivered > (previous?.delivered ?? 0))
    events.push({ type: 'chat-message-delivered', detail: { conversationId: key, upTo: marks.delivered } });
  if (marks.seen > (previous?.seen ?? 0))
    events.push({ type: 'chat-message-seen', detail: { conversationId: key, upTo: marks.seen } });
  return events;
}

/** The events that a fact causes, in order. `state` is the snapshot after it. */
export function eventsOf(fact: Fact, state: ChatState): readonly ChatEvent[] {
  switch (fact.type) {
    case 'connection':
      return connectionEvents(fact.connection, fact.previous, state);
    case 'phase':
      return phaseEvents(fact, state);
    case 'started':
      return [{ type: 'chat-started', detail: { conversationId: fact.key, restored: false } }];
    case 'start-failed':
      return [
        {
          type: 'chat-error',
          detail: { conversationId: fact.key, code: fact.code, message: 'the chat could not be started' },
        },
      ];
    case 'restored':
      return [{ type: 'chat-restored', detail: { conversationId: fact.key } }];
    case 'restore-failed':
      return [
        ...(fact.code === 'expired'
          ? [{ type: 'chat-restore-timeout', detail: { conversationId: fact.key } } as const]
          : []),
        { type: 'chat-restore-failed', detail: { conversationId: fact.key, code: fact.code } },
      ];
    case 'availability':
      return [{ type: 'chat-availability', detail: fact.availability }];
    case 'error':
      return [{ type: 'chat-error', detail: { code: fact.code, message: fact.message } }];
    case 'queue':
      return [{ type: 'chat-queue-updated', detail: { conversationId: fact.key, queue: fact.queue } }];
    case 'received':
      return received(fact, state);
    case 'sent':
      return [{ type: 'chat-message-sent', detail: { conversationId: fact.key, id: fact.clientId, text: fact.text } }];
    case 'send-failed':
      return [
        { type: 'chat-message-failed', detail: { conversationId: fact.key, id: fact.clientId, code: fact.code } },
      ];
    case 'joined':
      return people(state, fact.key, fact.person, fact.at, true);
    case 'left':
      return people(state, fact.key, fact.person, fact.at, false);
    case 'typing': {
      const detail = { conversationId: fact.key, name: fact.person.name ?? '' };
      if (fact.typing) return [{ type: 'chat-agent-typing-started', detail }];
      return fact.expired
        ? [
            { type: 'chat-agent-typing-timeout', detail },
            { type: 'chat-agent-typing-stopped', detail },
          ]
        : [{ type: 'chat-agent-typing-stopped', detail }];
    }
    case 'visitor-typing':
      return [
        {
          type: fact.typing ? 'chat-client-typing-started' : 'chat-client-typing-stopped',
          detail: { conversationId: fact.key },
        },
      ];
    case 'marks':
      return receipts(fact, state);
    case 'ended':
      return [{ type: 'chat-ended', detail: { conversationId: fact.key, by: fact.by, reason: fact.reason ?? '' } }];
    case 'unread':
      return [{ type: 'chat-unread-changed', detail: { conversationId: fact.key, count: fact.count } }];
    case 'storage':
      return [{ type: 'chat-storage-changed', detail: { durable: fact.storage === 'durable' } }];
    case 'polling':
      return [{ type: fact.polling ? 'chat-polling-started' : 'chat-polling-stopped', detail: {} }];
    case 'event':
      return [fact.event];
    case 'submitted':
    case 'behind':
    case 'warning':
      return [];
  }
}
