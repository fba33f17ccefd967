import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { UPLOADS, withFiles } from './files.js';
import { grid, special } from './grid.js';

const element = 'chat-composer';
const draft = (text: string, maxText = 4000): Cell['state'] => {
  const state = chatState('active');
  return { ...state, capabilities: { ...state.capabilities, maxText }, view: { ...state.view, drafts: { k1: text } } };
};

export const composerCells: readonly Cell[] = [
  ...grid(element, 'any'),
  special(element, 'files are taken', withFiles(chatState('active'))),
  special(element, 'files', withFiles(chatState('active'), UPLOADS)),
  special(element, 'draft', draft('Two lines\nof a draft')),
  special(element, 'near the limit', draft('Almost forty characters of text', 40)),
  special(element, 'over the limit', draft('More than twenty characters of text', 20)),
  special(
    element,
    'blocked',
    chatState('ended', 'online', { conversation: { ended: { by: 'agent', reason: 'blocked' } } }),
  ),
];
