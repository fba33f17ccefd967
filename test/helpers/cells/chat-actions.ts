import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { special } from './grid.js';

const element = 'chat-actions';
const actions = ['transcript', 'sound', { label: 'Share my screen', icon: '🖥️' }];
const cell = (name: string, state: Cell['state'], act?: Cell['act']): Cell => ({
  ...special(element, name, state),
  props: { actions },
  act,
});
const open = { click: '[part=button]', shows: '[role=menu]' };

export const actionsCells: readonly Cell[] = [
  cell('closed', chatState('active')),
  cell('open', chatState('active'), open),
  cell('nothing to download', chatState(), open),
];
