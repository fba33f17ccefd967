import type { ChatState, Conversation, Thread, ThreadsView } from '../../../src/session/model/types.js';
import type { Cell } from '../state-table.js';
import { ANN, chatState, NOW, VISITOR } from '../states.js';
import { special } from './grid.js';

const element = 'chat-threads';
const HOUR = 3_600_000;

const thread = (id: string, more: Partial<Thread> = {}): Thread => ({
  id,
  phase: 'ended',
  startedAt: NOW - 30 * HOUR,
  at: NOW - 29 * HOUR,
  archived: false,
  unread: 0,
  ...more,
});

/** A list as somebody has it who comes back now and then. */
export const THREADS: readonly Thread[] = [
  thread('r2', {
    phase: 'active',
    title: 'The plate for my mother’s birthday, which must be there on Friday',
    at: NOW - HOUR,
    agent: ANN,
    last: { from: ANN, text: 'I have asked the workshop, and they can engrave it until Thursday.', at: NOW - HOUR },
    unread: 2,
  }),
  thread('r3', { phase: 'queued', at: NOW - 2 * HOUR }),
  thread('r4', {
    agent: ANN,
    last: { from: VISITOR, text: 'Thank you, that was quick!', at: NOW - 29 * HOUR },
  }),
  thread('r5', { title: 'Invoice 2025', archived: true, at: NOW - 900 * HOUR }),
];

const listed = (view: Partial<ThreadsView> = {}, state: ChatState = chatState('active')): ChatState => {
  const key = state.current ?? '';
  const conversation = state.conversations[key];
  const named = conversation && { [key]: { ...conversation, remoteId: 'r1' } satisfies Conversation };
  const threads: ThreadsView = { list: THREADS, more: false, status: 'ready', ...view };
  return { ...state, conversations: { ...state.conversations, ...named }, view: { ...state.view, threads } };
};

export const threadsCells: readonly Cell[] = [
  special(element, 'several', listed()),
  special(element, 'more', listed({ more: true })),
  special(element, 'none', listed({ list: [] }, chatState())),
  special(element, 'loading', listed({ list: [], status: 'loading' }, chatState())),
  special(element, 'failed', listed({ status: 'failed', error: 'unreachable' })),
  { ...special(element, 'naming', listed()), act: { click: '[part=rename]', shows: '[part=input]' } },
  special('chat-threads-toggle', 'nothing new', listed({ list: [] })),
  special('chat-threads-toggle', 'news', listed()),
  special('chat-threads-toggle', 'pressed', listed(), { pressed: '' }),
];
