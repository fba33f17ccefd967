import type { Author, Conversation, Pending, PendingStatus } from '../../../src/session/model/types.js';
import { RICH_KINDS } from '../../../src/protocol/rich.js';
import { SAMPLES } from '../rich-samples.js';
import type { Cell } from '../state-table.js';
import { ANN, chatState, logOf, NOW, TALK, VISITOR } from '../states.js';
import { FILES, UPLOADS, withFiles } from './files.js';
import { grid, special } from './grid.js';

const element = 'chat-transcript';
const active = (conversation: Partial<Conversation>): Cell['state'] => chatState('active', 'online', { conversation });
const says = (from: Author, text: string): { type: 'message'; from: Author; text: string } => ({
  type: 'message',
  from,
  text,
});
const waiting = (status: PendingStatus, index: number): Pending => ({
  clientId: `p${index}`,
  text: `This one is ${status}`,
  createdAt: NOW,
  status,
  error: status === 'failed' ? 'too-long' : undefined,
});

/** One rich message of the last minute. */
const offers = (rich: object) => ({ ...says(ANN, 'A message'), rich, at: Date.now() - 1000 });

const MOHAMMED: Author = { id: 'a2', role: 'agent', name: 'محمد العلي' };
const ROBIN: Author = { id: 'b1', role: 'bot' };
const STATUSES: readonly PendingStatus[] = ['held', 'queued', 'sending', 'sent', 'unconfirmed', 'failed'];

export const transcriptCells: readonly Cell[] = [
  ...grid(element, 'any'),
  special(
    element,
    'files',
    withFiles(
      active({
        log: logOf([
          { ...says(ANN, 'Two of them'), files: FILES.slice(0, 2) },
          { ...says(VISITOR, ''), files: FILES.slice(2) },
        ]),
        pending: [{ clientId: 'p1', text: 'On their way', createdAt: NOW, status: 'queued', files: FILES.slice(0, 3) }],
      }),
      UPLOADS.slice(0, 3).map((upload) => ({ ...upload, message: 'p1' })),
    ),
  ),
  special(element, 'typing', active({ typing: [ANN] })),
  special(element, 'waiting messages', active({ pending: STATUSES.map(waiting) })),
  special(element, 'delivered', active({ marks: { a1: { delivered: 5, seen: 2 } } })),
  special(element, 'seen', active({ marks: { a1: { delivered: 5, seen: 5 } } })),
  special(element, 'unread', active({ seen: 2 })),
  special(element, 'older', active({ log: { ...logOf(TALK), older: true } })),
  special(element, 'loading older', active({ log: { ...logOf(TALK), older: true }, loadingOlder: true })),
  special(
    element,
    'what happened',
    active({
      log: logOf([
        { type: 'status', status: 'queued' },
        { type: 'join', from: ROBIN },
        says(ROBIN, 'I am a bot. One moment, please.'),
        { type: 'transfer', from: ROBIN, to: MOHAMMED },
        { type: 'leave', from: ROBIN, reason: 'transferred' },
        { type: 'join', from: MOHAMMED },
        { type: 'status', status: 'idle-warning' },
        { type: 'leave', from: MOHAMMED, reason: 'connection-lost' },
        { type: 'unknown' },
      ]),
    }),
  ),
  special(
    element,
    'texts',
    active({
      log: logOf([
        says(MOHAMMED, 'مرحبا! الرابط هنا: https://example.com/track/4411'),
        says(VISITOR, 'One line\n\nand another, with a very long word: ' + 'x'.repeat(90)),
        says(ANN, 'Not where it looks: https://example.com@evil.example/ and https://аррӏе.com'),
        says(VISITOR, '👍'),
        says(ANN, '<img src=x onerror=alert(1)>'),
      ]),
    }),
  ),
  ...RICH_KINDS.map((kind) =>
    special(element, `rich ${kind}`, active({ log: logOf([...TALK.slice(0, 2), offers(SAMPLES[kind])]) })),
  ),
  special(
    element,
    'rich answered',
    active({
      log: logOf([
        offers(SAMPLES['quick-replies']),
        { ...says(VISITOR, 'Blue'), choice: { of: 1, ids: ['blue'] } },
        offers(SAMPLES.list),
        { ...says(VISITOR, 'Red'), choice: { of: 3, ids: ['red'] } },
        offers(SAMPLES.form),
        { ...says(VISITOR, 'Name: Ada'), choice: { of: 5, ids: [], values: { name: 'Ada', way: 'post', gift: true } } },
      ]),
    }),
  ),
  special(
    element,
    'changed',
    active({
      log: logOf([
        { ...says(ANN, 'It left our warehouse on Tuesday.'), rich: { amended: 'edited' } },
        { ...says(VISITOR, ''), rich: { amended: 'retracted' } },
        { ...says(ANN, 'Let me look that'), rich: { amended: 'streaming' } },
        { ...says(MOHAMMED, ''), rich: { amended: 'streaming' } },
      ]),
    }),
  ),
  special(element, 'rich over', active({ log: logOf([{ ...offers(SAMPLES.menu), at: NOW }]) })),
];
