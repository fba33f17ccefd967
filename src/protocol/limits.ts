/** The limits that a server announces in `welcome`; a client checks them before it sends. */
export type WireLimits = {
  /** The longest text of one message, in UTF-16 code units (what `string.length` counts). */
  readonly maxText: number;
  /** The most items in one `send` batch. */
  readonly maxBatch: number;
  /** The most entries in one page of `pull` or `resume`. */
  readonly maxPage: number;
  /**
   * The largest frame in bytes; a larger one closes the connection. It is never too small for a full batch of the longest
   * texts: at least `maxBatch * (maxText * 6 + 300)`, because JSON writes some characters as six bytes.
   */
  readonly maxFrame: number;
};

/** What a server announces unless it is configured otherwise, and what a client assumes before `welcome`. */
export const DEFAULT_LIMITS: WireLimits = {
  maxText: 4000,
  maxBatch: 50,
  maxPage: 100,
  maxFrame: 1_310_720,
};

/** The longest id, key, credential or name in any frame, in UTF-16 code units. */
export const MAX_ID = 128;

/** The longest token that a customer shows. */
export const MAX_TOKEN = 8192;

/** The longest nickname, name, e-mail address or subject. */
export const MAX_FIELD = 256;

/** The longest name and the longest MIME type of a file. */
export const MAX_FILE_NAME = 128;
export const MAX_FILE_TYPE = 128;

/** The longest comment in a survey. */
export const MAX_COMMENT = 2000;

/** The most features that a client may name in its handshake. */
export const MAX_FEATURES = 32;

/** The most keys of a flat user-data object, and the longest of its values. */
export const MAX_DATA_KEYS = 100;
export const MAX_DATA_VALUE = 1024;
