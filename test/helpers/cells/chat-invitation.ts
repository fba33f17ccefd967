import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { special } from './grid.js';

const element = 'chat-invitation';
const closed = chatState();
const state = { ...closed, view: { ...closed.view, open: false } };

export const invitationCells: readonly Cell[] = [
  special(element, 'closed', state),
  special(element, 'open', state, { open: '' }),
  special(element, 'own words', state, {
    open: '',
    heading: 'Still looking for the right mug?',
    text: 'Robin from the workshop is here until six and knows every one of them.',
    accept: 'Ask Robin',
    decline: 'Just looking',
  }),
];
