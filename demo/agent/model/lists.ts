/** Takes the server's lists (`desk`) into the state, and says what changed since the last ones. */
import type { WireDesk, WireDeskConversation } from '../../../src/protocol/agent.js';
import { visitorName, type Fact } from './facts.js';
import { conversationFrom, unsent, withRegisters, type Conversation, type DeskState, type Place } from './state.js';

/** What the model knows beside the snapshot. */
export interface Beside {
  readonly now: number;
  /** Whether this agent just did something to the conversation themselves, so that its moving is no news. */
  own(move: 'came' | 'went', conversation: string): boolean;
  /** Drafts and unsent messages kept from before a reload. */
  restore(conversation: Conversation): Conversation;
}

/** One snapshot into the state. Conversations that left the lists stay while somebody may be reading them. */
export function applyDesk(
  state: DeskState,
  desk: WireDesk,
  beside: Beside,
): { state: DeskState; facts: readonly Fact[] } {
  const facts: Fact[] = [];
  const conversations = new Map<string, Conversation>();
  const place = (list: readonly WireDeskConversation[], where: Place): void => {
    for (const summary of list) {
      const before = state.conversations.get(summary.id);
      const now = placed(before, summary, summary.phase === 'ended' ? 'ended' : where, desk.me, beside);
      conversations.set(summary.id, now);
      facts.push(...arrivals(before, now, desk, state.desk, beside));
    }
  };
  place(desk.mine, 'mine');
  place(desk.queue, 'queue');
  place(desk.others, 'others');
  for (const before of state.conversations.values()) {
    if (conversations.has(before.id)) continue;
    const after = departed(
      before,
      state.current === before.id || (before.place === 'mine' && !beside.own('went', before.id)),
    );
    if (after) conversations.set(before.id, after);
    facts.push(...departures(before, after, beside));
  }
  const current = state.current !== undefined && conversations.has(state.current) ? state.current : undefined;
  return { state: { ...state, desk, conversations, current, skew: desk.now - beside.now }, facts };
}

function placed(
  before: Conversation | undefined,
  summary: WireDeskConversation,
  where: Place,
  agent: string,
  beside: Beside,
): Conversation {
  if (!before) {
    const fresh = conversationFrom(summary, where);
    return beside.restore({ ...fresh, seen: summary.registers.marks[agent]?.seen ?? 0 });
  }
  return withRegisters({ ...before, summary, place: where }, summary.registers);
}

/** A conversation that is on no list any more: over, or somebody else's. One that matters to nobody here is let go. */
function departed(before: Conversation, wanted: boolean): Conversation | undefined {
  if (before.place === 'ended' || before.place === 'elsewhere') return before;
  const over = before.registers.phase === 'ended' || before.log.entries.at(-1)?.type === 'end';
  if (!wanted && !unsent(before) && !(before.place === 'mine' && over)) return undefined;
  return { ...before, place: over ? 'ended' : 'elsewhere', typing: undefined };
}

function arrivals(
  before: Conversation | undefined,
  now: Conversation,
  desk: WireDesk,
  last: WireDesk | undefined,
  beside: Beside,
): Fact[] {
  const first = last === undefined;
  const about = { conversation: now.id, name: visitorName(now.summary.profile) };
  const facts: Fact[] = [];
  if (before?.place === 'mine' && (now.place === 'queue' || now.place === 'others') && !beside.own('went', now.id))
    return [{ type: 'gone', ...about }];
  if (before?.place === 'mine' && now.place === 'ended' && !beside.own('went', now.id))
    return [{ type: 'ended', ...about, by: endedBy(now) }];
  if (now.place === 'queue') {
    const mine = now.summary.offer?.agent === desk.me;
    const already = before?.place === 'queue' && before.summary.offer?.agent === desk.me;
    if (mine && !already) facts.push({ type: 'offered', ...about });
    else if (!first && !mine && before?.place !== 'queue' && !movedUp(now, last))
      facts.push({ type: 'waiting', ...about });
  }
  if (now.place === 'mine' && !first && before?.place !== 'mine' && !beside.own('came', now.id))
    facts.push({ type: 'handed', ...about });
  return facts;
}

/** Whether somebody only came into sight: they waited already, behind those whom the list before had room for. */
function movedUp({ summary }: Conversation, last: WireDesk): boolean {
  const cut = (last.queueTotal ?? 0) > last.queue.length;
  return cut && (summary.waitingSince ?? summary.startedAt) < last.now;
}

function departures(before: Conversation, after: Conversation | undefined, beside: Beside): Fact[] {
  if (before.place !== 'mine' || beside.own('went', before.id)) return [];
  const about = { conversation: before.id, name: visitorName(before.summary.profile) };
  if (after?.place !== 'ended') return [{ type: 'gone', ...about }];
  return [{ type: 'ended', ...about, by: endedBy(before) }];
}

/** Who ended a conversation, as far as its log tells. */
export function endedBy(conversation: Conversation): string | undefined {
  const last = conversation.log.entries.at(-1);
  return last?.type === 'end' ? last.by : undefined;
}
