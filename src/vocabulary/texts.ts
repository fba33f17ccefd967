/**
 * The texts that the WebChatService document gives for what a command rejects with, as its Widgets edition prints them.
 * They are part of the interface: old pages compare them. What people read comes from `locales/`.
 */
export const COMMAND_TEXTS = {
  startChat: {
    'already-active': 'There is already an active chat session',
    invalid: 'malformed data object provided in userData property',
  },
  endChat: { 'not-active': 'There is no active chat session' },
  sendMessage: { empty: 'No message text provided', 'not-active': 'There is no active chat session' },
  sendTyping: { 'not-active': 'There is no active chat session' },
} as const;
