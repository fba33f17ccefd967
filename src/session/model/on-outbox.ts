import type { Fact } from './facts.js';
import type { Input } from './inputs.js';
import type { Change } from './on-log.js';
import { withParts } from './step.js';
import type { Conversation, Pending } from './types.js';

/** One's own message has been taken: it shows from now on. */
export function onSubmit(conversation: Conversation, pending: Pending): Change {
  const known =
    conversation.pending.some((other) => other.clientId === pending.clientId) ||
    conversation.log.entries.some((entry) => entry.type === 'message' && entry.clientId === pending.clientId);
  if (known) return { conversation, facts: [] };
  return {
    conversation: withParts(conversation, {
      pending: Object.freeze([...conversation.pending, Object.freeze(pending)]),
    }),
    facts: [{ type: 'submitted', key: conversation.key, clientId: pending.clientId }],
  };
}

/** News of one's own message. A late success overrules a failure, never the reverse. */
export function onPending(conversation: Conversation, input: Extract<Input, { type: 'pending' }>): Change {
  const { key } = conversation;
  const old = conversation.pending.find((message) => message.clientId === input.clientId);
  if (!old || old.status === 'sent' || (old.status === input.status && old.error === input.error))
    return { conversation, facts: [] };
  const facts: Fact[] = [];
  if (input.status === 'sent')
    facts.push({ type: 'sent', key, clientId: old.clientId, text: old.text, seq: input.seq ?? 0 });
  if (input.status === 'failed')
    facts.push({ type: 'send-failed', key, clientId: old.clientId, code: input.error ?? 'refused' });
  const next: Pending = Object.freeze({ ...old, status: input.status, seq: input.seq, error: input.error });
  // An acknowledged echo whose entry is here already (the broadcast was faster) has done its work.
  const arrived = input.status === 'sent' && input.seq !== undefined && input.seq <= conversation.log.last;
  const pending = conversation.pending.flatMap((message) => (message !== old ? [message] : arrived ? [] : [next]));
  const head = Math.max(conversation.log.head, input.seq ?? 0);
  const log = head > conversation.log.head ? Object.freeze({ ...conversation.log, head }) : conversation.log;
  if (log.head > log.last) facts.push({ type: 'behind', key });
  return { conversation: withParts(conversation, { pending: Object.freeze(pending), log }), facts };
}

/** The visitor takes a message back; one that the server has stored can't be. */
export function onWithdraw(conversation: Conversation, clientId: string): Change {
  const pending = conversation.pending.filter((message) => message.clientId !== clientId || message.status === 'sent');
  if (pending.length === conversation.pending.length) return { conversation, facts: [] };
  return { conversation: withParts(conversation, { pending: Object.freeze(pending) }), facts: [] };
}
