type Words<S extends string> = S extends `${infer Word} ${infer Rest}` ? readonly [Word, ...Words<Rest>] : readonly [S];

/** One string instead of many: the page loads these before anything else. */
const names = <S extends string>(words: S): Words<S> => words.split(' ') as unknown as Words<S>;

/**
 * The documented verbs of WebChatService by where their code is: what every conversation needs is loaded at the first act,
 * the rest when the first of them is called. `<live-chat>` and the session install their methods by these names.
 */
export const VERBS = names('startChat endChat sendMessage sendTyping getTranscript');

/** See {@link VERBS}. */
export const MORE_VERBS = names(
  'verifySession getAgents getStats getSessionData sendCustomNotice updateUserData addPrefilter sendFilteredMessage registerPreProcessor restore fetchHistory poll startPoll stopPoll resetPollExceptions getAgentAvailability leaveMessage logout sendFile downloadFile customer getThreads',
);

/** Those that need the page itself: of `<live-chat>` only, loaded in the same way. */
export const ELEMENT_VERBS = names('registerTypingPreviewInput');

/** What those below may be given. */
export type Given = {
  readonly filters?: unknown;
  readonly preprocessor?: unknown;
  readonly input?: { readonly type?: string };
};

/**
 * Verbs that only register something. They answer at once and load nothing: whichever session comes is told. Each says what it
 * answers; nothing when what it is given is wrong, and then the verb itself is asked to say so.
 */
export const REGISTERING: Readonly<Record<string, (given: Given) => unknown>> = {
  addPrefilter: ({ filters }) => {
    const all = [filters].flat() as readonly (Partial<RegExp> | undefined)[];
    return all.length && all.every((one) => one?.exec) && all;
  },
  registerPreProcessor: ({ preprocessor }) => typeof preprocessor === 'function' && preprocessor,
  // A textarea, or an input for text, tel, search, email or url; not what is undefined.
  registerTypingPreviewInput: ({ input }) => /^(te|sea|em|ur)/.test(input?.type as string),
};
