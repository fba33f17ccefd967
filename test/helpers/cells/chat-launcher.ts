import type { Cell } from '../state-table.js';
import { ANN, chatState, logOf } from '../states.js';
import { grid, special } from './grid.js';

const closed = (cell: Cell): Cell => ({ ...cell, state: { ...cell.state, view: { ...cell.state.view, open: false } } });
const unread = (count: number): Cell['state'] =>
  chatState('active', 'online', {
    conversation: {
      seen: 0,
      log: logOf(Array.from({ length: count }, () => ({ type: 'message', from: ANN, text: 'Hello' }))),
    },
  });

/** The launcher is seen closed; `open` is the exception. */
export const launcherCells: readonly Cell[] = [
  ...grid('chat-launcher', 'floating').map(closed),
  special('chat-launcher', 'open', chatState('active')),
  ...[
    special('chat-launcher', 'unread', unread(3)),
    special('chat-launcher', 'many unread', unread(120)),
    special('chat-launcher', 'label', chatState(), { label: 'Questions? Chat with us' }),
    special('chat-launcher', 'loading', chatState('none', 'online', { engine: 'loading' })),
    special('chat-launcher', 'failed', chatState('none', 'online', { engine: 'failed' })),
  ].map(closed),
];
