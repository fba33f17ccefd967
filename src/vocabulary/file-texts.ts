/** The documented rejection text of `sendFile`; see `texts.ts`. */
export const FILE_TEXTS = { unsupported: "This transport doesn't support file uploads" } as const;
