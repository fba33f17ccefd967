/** The documented rejection texts of the commands whose code comes later; see `texts.ts`. */
export const MORE_TEXTS = {
  sendCustomNotice: { unsupported: "This transport doesn't support sendCustomNotice command." },
  sendFilteredMessage: { 'not-active': 'No active chat session' },
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
} as const;
