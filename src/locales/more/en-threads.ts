import type { Format } from '../terms.js';
import type { ThreadTerms } from './terms.js';

/** The texts of the list of threads, in English. */
export const threadTerms = (_number: Format): ThreadTerms => ({
  threads: 'Your conversations',
  threadsEmpty: 'No conversations yet',
  threadsFailed: 'The conversations could not be loaded.',
  threadsMore: 'Show more',
  threadsArchived: 'Archived',
  threadRename: 'Rename',
  threadName: 'Name of the conversation',
  threadSave: 'Save',
  threadArchive: 'Archive',
  threadRestore: 'Move out of the archive',
});
