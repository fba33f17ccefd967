import type { Fact } from './facts.js';
import type { ConversationInput, Input } from './inputs.js';
import { newConversation } from './new-conversation.js';
import { onConnection } from './on-connection.js';
import { onEntry, onPage, onTyping, type Change } from './on-log.js';
import { onPending, onSubmit, onWithdraw } from './on-outbox.js';
import { afterEntries, onOpened, onRegisters, tellEnd, toPhase } from './on-registers.js';
import { onDraft, withView } from './on-view.js';
import { frozen } from './frozen.js';
import { conversationOf, staffOf } from './selectors.js';
import { put, still, withParts, withState, type Step } from './step.js';
import type { Capabilities, ChatState, Conversation } from './types.js';

/** Something came for a conversation that is not here; told once, changes nothing. */
function warn(state: ChatState, code: string, detail?: string): Step {
  return { state, facts: [{ type: 'warning', code, detail }] };
}

/** The start did not come through. */
function onOpenFailed(conversation: Conversation, code: Extract<Input, { type: 'open-failed' }>['code']): Change {
  if (conversation.phase !== 'starting') return { conversation, facts: [] };
  const idle = toPhase(conversation, 'idle');
  return {
    conversation: withParts(idle.conversation, { error: code }),
    facts: [...idle.facts, { type: 'start-failed', key: conversation.key, code }],
  };
}

/** The server does not let us see it any more. If its end was still being fetched, that is how it ended for us. */
function onRevoked(conversation: Conversation, code: Extract<Input, { type: 'revoked' }>['code']): Change {
  if (conversation.ended) return { conversation, facts: [] };
  const ended = toPhase(conversation, 'ended');
  return tellEnd(withParts(ended.conversation, { error: code }), { by: 'system', reason: code }, ended.facts);
}

function onConversation(conversation: Conversation, input: ConversationInput): Change | undefined {
  const same: Change = { conversation, facts: [] };
  switch (input.type) {
    case 'opened':
      return onOpened(conversation, input.opened);
    case 'open-failed':
      return onOpenFailed(conversation, input.code);
    case 'entry':
      return afterEntries(onEntry(conversation, input.entry));
    case 'page':
      return afterEntries(onPage(conversation, input.page, input.direction));
    case 'registers':
      return onRegisters(conversation, input.registers);
    case 'typing':
      return onTyping(conversation, input.person, input.typing, input.expired ?? false);
    case 'visitor-typing':
      if (conversation.visitorTyping === input.typing) return same;
      return {
        conversation: withParts(conversation, { visitorTyping: input.typing }),
        facts: [{ type: 'visitor-typing', key: conversation.key, typing: input.typing }],
      };
    case 'submit':
      return onSubmit(conversation, input.pending);
    case 'pending':
      return onPending(conversation, input);
    case 'withdraw':
      return onWithdraw(conversation, input.clientId);
    case 'seen': {
      // Never beyond what is here: a mark for something unseen would hide it for good.
      const seen = Math.min(input.seq, conversation.log.last);
      return { conversation: withParts(conversation, { seen: Math.max(conversation.seen, seen) }), facts: [] };
    }
    case 'ending':
      if (input.ending)
        return conversation.phase === 'queued' || conversation.phase === 'active'
          ? toPhase(conversation, 'ending')
          : same;
      return conversation.phase === 'ending'
        ? toPhase(conversation, staffOf(conversation).length > 0 ? 'active' : 'queued')
        : same;
    case 'revoked':
      return onRevoked(conversation, input.code);
    case 'entries':
      return {
        conversation: withParts(conversation, {
          log: Object.freeze({ ...conversation.log, entries: frozen(input.entries) }),
        }),
        facts: input.facts ?? [],
      };
    case 'loading-older':
      return { conversation: withParts(conversation, { loadingOlder: input.loading }), facts: [] };
    default:
      return undefined;
  }
}

function onStart(state: ChatState, input: Extract<Input, { type: 'start' }>): Step {
  const old = conversationOf(state, input.key);
  // A start that failed is tried again under the same key, with the messages that wait in it.
  if (old && old.phase !== 'idle') return warn(state, 'start-twice', input.key);
  if (input.failed) {
    const failed = withParts(newConversation(input.key, 'idle', input.profile), { error: input.failed });
    return old ? still(state) : makeCurrent(put(state, failed, []), input);
  }
  const conversation = old
    ? withParts(old, { phase: 'starting', profile: frozen(input.profile), error: undefined })
    : newConversation(input.key, 'starting', input.profile);
  return makeCurrent(
    put(state, conversation, [{ type: 'phase', key: input.key, phase: 'starting', previous: 'idle' }]),
    input,
  );
}

/** From now on verbs and elements mean this one; what was typed before there was a conversation is typed in it. */
function makeCurrent({ state, facts }: Step, { key, aside }: { readonly key: string; readonly aside?: boolean }): Step {
  if (aside) return { state, facts };
  const { '': early, ...drafts } = state.view.drafts;
  const moves = early !== undefined && !Object.hasOwn(drafts, key);
  const view = moves
    ? Object.freeze({ ...state.view, drafts: Object.freeze({ ...drafts, [key]: early }) })
    : state.view;
  return { state: withState(state, { current: key, view, lost: undefined }), facts };
}

function onRestore(state: ChatState, input: Extract<Input, { type: 'restore' }>): Step {
  if (conversationOf(state, input.key)) return still(state);
  const conversation = withParts(newConversation(input.key, 'restoring', input.profile), { remoteId: input.remoteId });
  return makeCurrent(
    put(state, conversation, [{ type: 'phase', key: input.key, phase: 'restoring', previous: 'idle' }]),
    input,
  );
}

function withCapabilities(state: ChatState, change: Partial<Capabilities>): ChatState {
  const same = (Object.keys(change) as (keyof Capabilities)[]).every(
    (name) => state.capabilities[name] === change[name],
  );
  return same ? state : withState(state, { capabilities: frozen({ ...state.capabilities, ...change }) });
}

function onForget(state: ChatState, { key, lost }: Extract<Input, { type: 'forget' }>): Step {
  if (!conversationOf(state, key)) return still(state);
  const { [key]: _gone, ...conversations } = state.conversations;
  const parts = { conversations: Object.freeze(conversations) };
  const facts: Fact[] = lost ? [{ type: 'restore-failed', key, code: lost }] : [];
  if (state.current !== key) return { state: withState(state, parts), facts };
  return { state: withState(state, { ...parts, current: undefined, lost }), facts };
}

/**
 * The heart of the model: the only function that changes the state. Pure; an input that changes nothing returns the same
 * snapshot and no facts, and one that makes no sense is told as a warning, never thrown.
 */
export function transition(state: ChatState, input: Input): Step {
  switch (input.type) {
    case 'connection':
      return onConnection(state, input);
    case 'capabilities':
      return { state: withCapabilities(state, input.capabilities), facts: [] };
    case 'engine':
      return { state: withState(state, { engine: input.engine }), facts: [] };
    case 'storage': {
      const changed = state.storage !== input.storage;
      return {
        state: withState(state, { storage: input.storage }),
        facts: changed ? [{ type: 'storage', storage: input.storage }] : [],
      };
    }
    case 'polling': {
      const next = withState(state, { polling: input.polling });
      return { state: next, facts: next === state ? [] : [input] };
    }
    case 'current':
      return { state: withState(state, { current: input.key }), facts: [] };
    case 'warning':
      return warn(state, input.code, input.detail);
    case 'availability':
      return { state: withState(state, { availability: frozen(input.availability) }), facts: [input] };
    case 'error':
      // Only what changes the state is told to the page, and it is to hear of this.
      return { state: Object.freeze({ ...state }), facts: [input] };
    case 'view':
      return withView(state, input.view, input.facts);
    case 'draft':
      return onDraft(state, input);
    case 'start':
      return onStart(state, input);
    case 'restore':
      return onRestore(state, input);
    case 'forget':
      return onForget(state, input);
    default: {
      const conversation = conversationOf(state, input.key);
      if (!conversation) return warn(state, 'unknown-conversation', input.type);
      const change = onConversation(conversation, input);
      return change ? put(state, change.conversation, change.facts) : still(state);
    }
  }
}
