import type { Cell } from '../state-table.js';
import { chatState, NOW } from '../states.js';
import { SAMPLES } from '../rich-samples.js';
import { FILES, UPLOADS, withFiles } from './files.js';
import { special } from './grid.js';

const element = 'chat-message';
const at = String(NOW);
const STATUSES = ['held', 'queued', 'sending', 'sent', 'delivered', 'seen', 'unconfirmed', 'failed'];

/** It knows no conversation: these are all it can be. */
export const messageCells: readonly Cell[] = [
  special(element, 'other', chatState(), { text: 'Hello, see https://example.com', author: 'Ann Lindqvist', at }),
  special(element, 'no name', chatState(), { text: 'Hello', at }),
  ...STATUSES.map((status) =>
    special(element, `own ${status}`, chatState(), { text: `This is ${status}`, own: '', status, at }),
  ),
  { ...special(element, 'files', chatState(), { text: 'Here', at }), props: { files: FILES } },
  {
    ...special(element, 'own files', withFiles(chatState(), UPLOADS), { own: '', status: 'sending', at }),
    props: { files: UPLOADS.map(({ id, name, type, size }) => ({ id, name, type, size })) },
  },
  { ...special(element, 'rich', chatState(), { text: 'In words', at }), props: { rich: SAMPLES.card } },
];
