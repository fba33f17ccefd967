/** What turns the writing direction; in a name it could leave the isolate around it. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Wraps a name in directional isolates, so that its script does not turn the sentence around it. */
export const isolate = (text: string): string => `\u2068${text.replace(DIRECTIONS, '')}\u2069`;
