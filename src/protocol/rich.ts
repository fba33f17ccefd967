/** Rich messages: what a message can hold beside its text, and what was chosen in one. See docs/rich-messages.md. */
export * from './rich/pieces.js';
export * from './rich/adaptive.js';
export * from './rich/content.js';
export * from './rich/choice.js';
