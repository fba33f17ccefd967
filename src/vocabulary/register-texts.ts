/** The documented rejection texts of the commands that only register something; see `texts.ts`. */
export const REGISTER_TEXTS = {
  registerTypingPreviewInput: {
    invalid:
      "Invalid value provided for the 'input' property. An HTML element reference to a textarea or text input is required.",
  },
} as const;
