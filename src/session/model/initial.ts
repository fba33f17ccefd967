import type { Capabilities, ChatState, Connection, View } from './types.js';

/** What is assumed until the transport says otherwise. */
export const INITIAL_CAPABILITIES: Capabilities = Object.freeze({
  order: 'chained',
  safeResend: false,
  safeStart: false,
  resume: false,
  history: false,
  receipts: false,
  typing: false,
  queue: false,
  notices: false,
  userData: false,
  files: null,
  polling: false,
  // As the documents have it.
  offlineAfter: 5,
  maxText: 4000,
  maxBatch: 50,
});

const OFFLINE: Connection = Object.freeze({ status: 'offline', attempts: 0, serverOffline: false });
const VIEW: View = Object.freeze({ open: false, drafts: Object.freeze({}), muted: false, notify: false });

/** The empty snapshot: what elements render before anything is loaded. */
export const INITIAL_STATE: ChatState = Object.freeze({
  connection: OFFLINE,
  capabilities: INITIAL_CAPABILITIES,
  conversations: Object.freeze({}),
  view: VIEW,
  storage: 'durable',
  engine: 'none',
});
