/**
 * The documented verbs of WebChatService by where their code is: what every conversation needs is loaded at the first act,
 * the rest when the first of them is called. `<live-chat>` and the session install their methods by these names.
 */
export const VERBS = [
  'startChat',
  'endChat',
  'sendMessage',
  'sendTyping',
  'getTranscript',
  'getAgents',
  'getStats',
] as const;

/** See {@link VERBS}. */
export const MORE_VERBS = ['verifySession'] as const;

/** Those that need the page itself: of `<live-chat>` only, loaded in the same way. */
export const ELEMENT_VERBS = ['registerTypingPreviewInput'] as const;
