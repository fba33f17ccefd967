import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { special } from './grid.js';

export const overlayCells: readonly Cell[] = [
  special('chat-overlay', 'terms', chatState('active'), { label: 'Terms of this chat' }),
];
