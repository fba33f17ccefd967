import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { special } from './grid.js';

const element = 'chat-emojis';

export const emojisCells: readonly Cell[] = [
  special(element, 'closed', chatState('active')),
  { ...special(element, 'open', chatState('active')), act: { click: '[part=button]', shows: '[role=option]' } },
];
