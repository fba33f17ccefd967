import type { Author } from '../../../src/session/model/types.js';
import type { Cell } from '../state-table.js';
import { ANN, chatState, person, VISITOR } from '../states.js';
import { grid, special } from './grid.js';

const withPeople = (...authors: Author[]): Cell['state'] =>
  chatState('active', 'online', { conversation: { people: [VISITOR, ...authors].map((author) => person(author)) } });

export const headerCells: readonly Cell[] = [
  ...grid('chat-header', 'floating'),
  ...grid('chat-header', 'inline', { mode: 'inline' }),
  special('chat-header', 'bot', withPeople({ id: 'b1', role: 'bot', name: 'Robin' })),
  special('chat-header', 'several agents', withPeople(ANN, { id: 'a2', role: 'agent', name: 'محمد العلي' })),
  special(
    'chat-header',
    'long name',
    withPeople({ id: 'a3', role: 'agent', name: 'Wilhelmina-Alexandrina van der Burgh-Montgomery the Younger' }),
  ),
  special('chat-header', 'no name', withPeople({ id: 'a4', role: 'agent' })),
];
