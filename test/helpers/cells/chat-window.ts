import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { grid, special } from './grid.js';

const state = chatState('active');

/** The frame looks the same in every phase; it is in the table with everything in it. */
export const windowCells: readonly Cell[] = [
  ...grid('chat-window', 'floating'),
  ...grid('chat-window', 'inline', { mode: 'inline' }),
  special('chat-window', 'closed', { ...state, view: { ...state.view, open: false } }, {}, 'floating'),
];
