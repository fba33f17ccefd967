import type { Survey } from '../../../src/session/model/types.js';
import type { Cell } from '../state-table.js';
import { chatState, logOf, TALK } from '../states.js';
import { UPLOADS, withFiles } from './files.js';
import { grid, special } from './grid.js';

const element = 'chat-composer';
const draft = (text: string, maxText = 4000): Cell['state'] => {
  const state = chatState('active');
  return { ...state, capabilities: { ...state.capabilities, maxText }, view: { ...state.view, drafts: { k1: text } } };
};

/** The conversation has ended, and this is asked. */
const asked = (survey: Partial<Survey>): Cell['state'] =>
  chatState('ended', 'online', {
    conversation: {
      log: logOf([
        ...TALK,
        { type: 'end', by: 'agent', reason: 'agent', survey: { id: 's1', scale: 5, comment: true, ...survey } },
      ]),
    },
  });

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
  {
    ...special(element, 'survey', asked({})),
    act: { click: '.stars input[value="4"]', shows: '[part~=survey-send]' },
  },
  {
    ...special(element, 'survey with numbers', asked({ scale: 10 })),
    act: { click: '.scale input[value="7"]', shows: '[part~=survey-send]' },
  },
  special(element, 'survey that failed', asked({ status: 'failed', rating: 2, error: 'unreachable' })),
  special(element, 'survey that was answered', asked({ status: 'sent', rating: 5 })),
];
