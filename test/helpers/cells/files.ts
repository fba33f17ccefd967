/** Files in every state, for the cells of the composer and of the transcript. */
import type { ChatState, FileInfo, FileLimits, Upload } from '../../../src/session/model/types.js';

export const LIMITS: FileLimits = {
  maxSize: 20_000_000,
  maxCount: 10,
  types: ['image/png', 'text/plain'],
  chunk: 1000,
};

export const FILES: readonly FileInfo[] = [
  {
    id: 'f1',
    name: 'a report with quite a long name about the state of the cup.pdf',
    type: 'application/pdf',
    size: 912_345,
  },
  { id: 'f2', name: 'فاتورة.txt', type: 'text/plain', size: 812 },
  { id: 'f3', name: 'cod\u202Etxt.exe', type: 'application/x-msdownload', size: 68_000 },
];

/** One of each: on its way, there, waiting, refused, and one that can be tried again. */
export const UPLOADS: readonly Upload[] = [
  { ...FILES[0]!, sent: 400_000, status: 'uploading' },
  { ...FILES[1]!, sent: 812, status: 'ready' },
  { ...FILES[2]!, sent: 0, status: 'failed', error: 'type-not-allowed' },
  { id: 'f4', name: 'film.mp4', type: 'video/mp4', size: 200_000_000, sent: 0, status: 'failed', error: 'too-large' },
  { id: 'f5', name: 'later', type: '', size: 5, sent: 0, status: 'waiting' },
  { id: 'f6', name: 'again.png', type: 'image/png', size: 5, sent: 0, status: 'failed', error: 'too-many' },
];

/** A state in which files are taken, with these on their way. */
export function withFiles(state: ChatState, uploads: readonly Upload[] = []): ChatState {
  return {
    ...state,
    capabilities: { ...state.capabilities, files: LIMITS },
    view: { ...state.view, files: { uploads, previews: {} } },
  };
}
