import type { Opened, Registers } from '../transport.js';
import type { Fact } from './facts.js';
import { frozen } from './frozen.js';
import { raiseHead } from './log.js';
import { onOpenedPage, type Change } from './on-log.js';
import { withParts } from './step.js';
import type { Conversation, EndEntry, Marks, Phase } from './types.js';

/** Changes the phase and tells it once. */
export function toPhase(conversation: Conversation, phase: Phase): Change {
  if (conversation.phase === phase) return { conversation, facts: [] };
  return {
    conversation: withParts(conversation, { phase }),
    facts: [{ type: 'phase', key: conversation.key, phase, previous: conversation.phase }],
  };
}

/** The server's phase beside ours: an end that we asked for stays `ending` until it is stored. */
function phaseOf(conversation: Conversation, registers: Registers): Phase {
  if (conversation.phase === 'ended') return 'ended';
  if (conversation.phase === 'ending' && registers.phase !== 'ended') return 'ending';
  return registers.phase;
}

/** Who ended it and why: from the end entry, if it is here. */
function endOf(conversation: Conversation): NonNullable<Conversation['ended']> {
  const entry = conversation.log.entries.findLast((other): other is EndEntry => other.type === 'end');
  return entry ? { by: entry.by, reason: entry.reason } : { by: 'system' };
}

/** Tells the end once, when both the phase and the entry that says who ended it are here. */
function settleEnd(conversation: Conversation): Change {
  if (conversation.phase !== 'ended' || conversation.ended || conversation.log.last < conversation.log.head)
    return { conversation, facts: [] };
  return tellEnd(conversation, endOf(conversation), []);
}

/** What an end does: nobody types any more, nobody waits any more. */
export function tellEnd(
  conversation: Conversation,
  ended: NonNullable<Conversation['ended']>,
  before: readonly Fact[],
): Change {
  const { key } = conversation;
  const facts: Fact[] = [...before];
  for (const person of conversation.typing) facts.push({ type: 'typing', key, person, typing: false });
  if (conversation.visitorTyping) facts.push({ type: 'visitor-typing', key, typing: false });
  if (conversation.queue) facts.push({ type: 'queue', key, queue: null });
  facts.push({ type: 'ended', key, by: ended.by, reason: ended.reason });
  const quiet = { typing: Object.freeze([]), visitorTyping: false, queue: null };
  return { conversation: withParts(conversation, { ended: Object.freeze(ended), ...quiet }), facts };
}

function mergeMarks(
  conversation: Conversation,
  marks: Readonly<Record<string, Marks>>,
): { marks: Conversation['marks']; facts: Fact[] } {
  const facts: Fact[] = [];
  let merged = conversation.marks;
  for (const [person, mark] of Object.entries(marks)) {
    const old = conversation.marks[person];
    if (old && old.delivered >= mark.delivered && old.seen >= mark.seen) continue;
    const next = Object.freeze({
      delivered: Math.max(old?.delivered ?? 0, mark.delivered),
      seen: Math.max(old?.seen ?? 0, mark.seen),
    });
    merged = { ...merged, [person]: next };
    facts.push({ type: 'marks', key: conversation.key, person, marks: next, previous: old });
  }
  return { marks: merged === conversation.marks ? merged : Object.freeze(merged), facts };
}

/** Registers replace what they hold, unless they are older than what is here. */
export function onRegisters(conversation: Conversation, registers: Registers): Change {
  const log = raiseHead(conversation.log, registers.head);
  const behind: Fact[] = log.head > log.last ? [{ type: 'behind', key: conversation.key }] : [];
  let next = withParts(conversation, { log });
  const facts: Fact[] = [];
  if (registers.version > conversation.version) {
    const phase = toPhase(next, phaseOf(next, registers));
    const marks = mergeMarks(next, registers.marks);
    const queue = phase.conversation.phase === 'ended' ? null : registers.queue;
    const sameQueue = queue?.position === next.queue?.position && queue?.wait === next.queue?.wait;
    facts.push(...phase.facts, ...marks.facts);
    if (!sameQueue) facts.push({ type: 'queue', key: next.key, queue: frozen(queue) });
    next = withParts(phase.conversation, {
      version: registers.version,
      people: frozen(registers.people),
      queue: sameQueue ? next.queue : frozen(queue),
      marks: marks.marks,
      userData: frozen(registers.userData),
      startedAt: registers.startedAt,
      endedAt: registers.endedAt,
      // Another tab or device of the same visitor has seen it: so it is seen here.
      seen: Math.max(next.seen, marks.marks[next.me]?.seen ?? 0),
    });
  }
  const end = settleEnd(next);
  return { conversation: end.conversation, facts: [...facts, ...end.facts, ...behind] };
}

/** After entries: the end entry may be what was still missing. */
export function afterEntries(change: Change): Change {
  const end = settleEnd(change.conversation);
  return { conversation: end.conversation, facts: [...change.facts, ...end.facts] };
}

/** A start or a resume has come through. */
export function onOpened(conversation: Conversation, opened: Opened): Change {
  const restoring = conversation.phase === 'restoring';
  const first: Fact[] =
    conversation.phase === 'starting'
      ? [{ type: 'started', key: conversation.key }]
      : restoring
        ? [{ type: 'restored', key: conversation.key }]
        : [];
  const known = withParts(conversation, {
    remoteId: opened.remoteId,
    me: opened.me,
    error: undefined,
    // What was seen before counts before the unread are counted: a restore must not flash old messages as new.
    seen: Math.max(conversation.seen, opened.registers.marks[opened.me]?.seen ?? 0),
  });
  // Registers first: the documents have "queued" before the first message.
  const registers = onRegisters(known, opened.registers);
  const page = afterEntries(onOpenedPage(registers.conversation, opened.page, restoring));
  const { log, key } = page.conversation;
  // What is missing is told once, at the end; how far the others had read before is history on this page.
  const facts = [...first, ...registers.facts, ...page.facts].filter(
    (fact) => fact.type !== 'behind' && !(restoring && fact.type === 'marks'),
  );
  if (log.head > log.last) facts.push({ type: 'behind', key });
  return { conversation: page.conversation, facts };
}
