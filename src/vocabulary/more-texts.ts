const NO_POLLING = "This transport doesn't support polling";
const NO_SESSION = 'No active chat session';

/** The documented rejection texts of the commands whose code comes later; see `texts.ts`. */
export const MORE_TEXTS = {
  sendCustomNotice: { unsupported: "This transport doesn't support sendCustomNotice command." },
  sendFilteredMessage: { 'not-active': NO_SESSION },
  addPrefilter: {
    invalid:
      'Missing or invalid filters provided. Please provide a regular expression or an array of regular expressions.',
  },
  updateUserData: {
    unsupported: "This transport doesn't support updating userData during an active chat session.",
  },
  registerTypingPreviewInput: {
    invalid:
      "Invalid value provided for the 'input' property. An HTML element reference to a textarea or text input is required.",
  },
  registerPreProcessor: { invalid: "No preprocessor function provided. Type provided was '<DATATYPE>'." },
  poll: {
    // The documents have this text for a poll without a conversation, too.
    unfinished: 'previous poll has not finished.',
    unsupported: `${NO_POLLING}.`,
  },
  startPoll: { 'not-active': NO_SESSION, unsupported: NO_POLLING },
  stopPoll: { 'not-active': NO_SESSION, unsupported: NO_POLLING },
  resetPollExceptions: { unsupported: "This transport doesn't support resetPollExceptions command." },
  restore: {
    restoring: 'Already restoring. Ignoring request.',
    'already-active': 'Chat session is already active, ignoring restore command.',
  },
  fetchHistory: { exhausted: 'No more messages to fetch' },
} as const;
