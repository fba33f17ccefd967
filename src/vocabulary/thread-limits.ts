/** The most conversations in one answer about threads, and the most proofs in one question. */
export const MAX_THREADS = 50;

/** The longest title of a thread, in UTF-16 code units. */
export const MAX_TITLE = 100;
