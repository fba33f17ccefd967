/**
 * One row per event: its DOM name, and the names that the product documents have for the same fact. `wcs` is the
 * WebChatService name (published on the bus by the Genesys facade), `lcw` the name on `window` of the Dynamics live chat
 * SDK. Rows that share a documented name say so.
 */
export type EventRow = { readonly wcs?: string; readonly lcw?: string; readonly shared?: true };

/** See {@link EventRow}. */
export const EVENTS = {
  'chat-ready': { wcs: 'ready', lcw: 'lcw:ready' },
  'chat-started': { wcs: 'started', lcw: 'lcw:startChat' },
  'chat-queued': { lcw: 'lcw:chatQueued' },
  'chat-queue-updated': {},
  'chat-ended': { wcs: 'ended', lcw: 'lcw:closeChat' },
  'chat-restored': { wcs: 'restored', lcw: 'lcw:chatRetrieved' },
  'chat-restore-timeout': { wcs: 'restoreTimeout' },
  'chat-restore-failed': { wcs: 'restoreFailed' },
  'chat-restored-offline': { wcs: 'restoredOffline' },
  'chat-message-received': { wcs: 'messageReceived', lcw: 'lcw:onMessageReceived' },
  'chat-message-sent': { lcw: 'lcw:onMessageSent' },
  'chat-message-failed': {},
  'chat-message-delivered': {},
  'chat-message-seen': {},
  'chat-message-changed': {},
  'chat-survey-answered': {},
  'chat-assigned-agent-changed': {},
  'chat-case-status-changed': {},
  'chat-thread-opened': {},
  'chat-thread-changed': {},
  'chat-thread-listed': {},
  'chat-agent-typing-started': { wcs: 'agentTypingStarted' },
  'chat-agent-typing-stopped': { wcs: 'agentTypingStopped' },
  'chat-agent-typing-timeout': { wcs: 'agentTypingTimeout' },
  'chat-client-typing-started': { wcs: 'clientTypingStarted' },
  'chat-client-typing-stopped': { wcs: 'clientTypingStopped' },
  'chat-client-connected': { wcs: 'clientConnected' },
  'chat-client-disconnected': { wcs: 'clientDisconnected' },
  'chat-agent-connected': { wcs: 'agentConnected' },
  'chat-agent-disconnected': { wcs: 'agentDisconnected' },
  'chat-supervisor-connected': { wcs: 'supervisorConnected' },
  'chat-supervisor-disconnected': { wcs: 'supervisorDisconnected' },
  'chat-bot-connected': { wcs: 'botConnected' },
  'chat-bot-disconnected': { wcs: 'botDisconnected' },
  'chat-unread-changed': {},
  'chat-disconnected': { wcs: 'disconnected' },
  'chat-reconnected': { wcs: 'reconnected' },
  'chat-connection-pending': { wcs: 'connectionPending' },
  'chat-server-went-offline': { wcs: 'chatServerWentOffline' },
  'chat-server-back-online': { wcs: 'chatServerBackOnline' },
  'chat-connection-restored': { wcs: 'connectionRestored' },
  'chat-polling-started': { wcs: 'pollingStarted' },
  'chat-polling-stopped': { wcs: 'pollingStopped' },
  'chat-storage-changed': {},
  'chat-availability': { lcw: 'lcw:getAgentAvailability' },
  'chat-error': { wcs: 'error', lcw: 'lcw:error' },
  'chat-window-opened': { lcw: 'lcw:onMaximize' },
  'chat-window-minimized': { lcw: 'lcw:onMinimize' },
  'chat-window-closed': { lcw: 'lcw:onClose' },
} as const satisfies Record<`chat-${string}`, EventRow>;

/** The DOM name of every event that `<live-chat>` dispatches. */
export type EventName = keyof typeof EVENTS;
