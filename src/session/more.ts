/** The verbs that few conversations need, built on the parts of a session; loaded when the first of them is called. */
import type { Acts } from './acts.js';
import type { Client } from './client.js';
import type { Line } from './flows/connect.js';
import type { Conversations } from './flows/conversations.js';
import type { Outbox } from './flows/outbox.js';
import { cleanText, type Pipeline } from './flows/pipeline.js';
import type { Sync } from './flows/sync.js';
import type { Typing } from './flows/typing.js';
import { readUserData } from './arguments.js';
import { Filters } from './flows/filters.js';
import { fetchHistory } from './flows/history.js';
import { inject } from './flows/injecting.js';
import { Notices } from './flows/notices.js';
import { Polls } from './flows/polls.js';
import { PreProcessors, type PreProcessor } from './flows/pre-processors.js';
import { Restoring } from './flows/restoring.js';
import type { LeaveMessageOptions, MoreVerbs, RestoreOptions, ServerResponse } from './host.js';
import { ChatError } from './model/errors.js';
import type { Input } from './model/inputs.js';
import { contextOf } from './flows/context.js';
import { Asking } from './flows/availability.js';
import { Leaving } from './flows/leaving.js';
import { wipe, wipeOne } from './flows/logout.js';
import { readContext, readFiltered, readFilters, readLeft, readNotice } from './arguments-more.js';
import type { Providers } from './model/providers.js';
import type { Drafts } from './view/drafts.js';
import { agentsOf, conversationOf, isRunning, statsOf } from './model/selectors.js';
import type { ConversationKey, Entry, UserData } from './model/types.js';
import { readSessionData, tokenOf, type SessionHandle } from './session-data.js';
import { MORE_TEXTS } from '../vocabulary/more-texts.js';
import type { Intent } from './intents.js';

/** What they are given: the parts, already wired. */
export type MoreParts = {
  readonly core: Client;
  readonly line: Line;
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly typing: Typing;
  readonly pipeline: Pipeline;
  readonly acts: Acts;
  /** Given with every conversation; may be added to. */
  readonly userData: UserData;
  readonly restore: () => Promise<ConversationKey | undefined>;
  readonly drafts: Drafts;
  /** What needs the line beside the conversations. */
  readonly holds: { count: number };
  /** What the page provides. */
  readonly provider: <Name extends keyof Providers>(name: Name) => Providers[Name];
  readonly report: (what: unknown) => void;
  /** Forgets what the page said of the customer for a conversation that has not begun. */
  readonly forget: () => void;
  /** The server's time. */
  readonly now: () => number;
};

/** The verbs, and what the session itself needs of what is loaded with them. */
export type More = MoreVerbs & {
  /** Does what an intent about files, about a message that is left or about rows of the page asks. */
  perform(intent: Intent, key: ConversationKey | undefined): Promise<void>;
  /** Goes on with the files that an earlier page left on their way. */
  unpack(): Promise<void>;
  /** Nothing of the customer stays here: they have logged out, here or in another tab. */
  forget(): Promise<void>;
  /** Puts what hides messages in a conversation in force: from its record, or from another tab. */
  recall(key: ConversationKey, stored: unknown): Promise<void>;
};

const OK: ServerResponse = Object.freeze({ code: 'ok', message: 'ok' });

/** Builds them; each is a short delegation to a flow of its own. */
export function more(parts: MoreParts): More {
  const { core, conversations, line, outbox, pipeline, sync, typing, userData, provider, restore, report } = parts;
  const asking = new Asking(core, parts);
  const leave = (options: LeaveMessageOptions, id: string) => {
    const { message, name, email } = readLeft(options);
    const context = contextOf(core, provider('Context'));
    return asking.ask('leave-message', { id, text: message, name, email, context });
  };
  const leaving = new Leaving({ ...parts, leave });
  const files = once(async () => new (await import('./files.js')).ChatFiles(parts));
  const notices = new Notices(core, async (key, item) => {
    const taken = await outbox.submit(key, item);
    line.ensure();
    return taken;
  });
  /** What keeps something of the customer in memory. */
  const forgetful = new Set<{ forget(): void }>([asking]);
  const forget = async (): Promise<void> => {
    parts.forget();
    for (const one of forgetful) one.forget();
    await wipe(parts);
    // What was under way when the line went down may have come back to it.
    for (const one of forgetful) one.forget();
    core.apply({ type: 'view', view: { left: undefined } });
  };
  const customers = once(async () => {
    const { Customers } = await import('./customer.js');
    const made = new Customers(core, async (key, item) => {
      const taken = await outbox.submit(key, item);
      line.ensure();
      return taken;
    });
    forgetful.add(made);
    return made;
  });
  const threads = once(async () => {
    const { ThreadList } = await import('./threads.js');
    const made = new ThreadList(parts, asking);
    forgetful.add(made);
    return made;
  });
  const polls = new Polls(core);
  // Who proves to be a customer finds what they have begun elsewhere.
  const restoring = new Restoring(core, restore, async () =>
    provider('AuthToken') ? asking.ask('conversations', { limit: 10 }) : undefined,
  );
  const preProcessors = new PreProcessors(report);
  const filters = new Filters(core, (key) => conversations.keep(key));
  conversations.filtersOf = (key) => filters.storedFor(key);
  const current = () => conversationOf(core.state);
  const running = (text: string) => {
    const conversation = current();
    if (!isRunning(conversation)) throw new ChatError('not-active', text);
    return conversation.key;
  };
  /** What came while filters were on their way is fetched now. */
  const missed = new Set<ConversationKey>();
  const inForce = async (coming: Promise<void>) => {
    core.refine = refine;
    await coming;
    if (!filters.coming) for (const key of missed) sync.look(key);
    if (!filters.coming) missed.clear();
  };
  /** In the order of the pipeline: what is hidden before and after the page's functions have seen it. */
  const refine = (input: Input): Input | undefined => {
    if ((input.type === 'entry' || input.type === 'page') && filters.coming) {
      missed.add(input.key);
      return undefined;
    }
    if (input.type === 'submit' && filters.hides(input.key, input.pending)) return undefined;
    return refined(input, (key, entry) => filters.hidden(key, preProcessors.change(filters.hidden(key, entry))));
  };
  return {
    getAgents: () => Promise.resolve(agentsOf(current())),
    getStats: () => Promise.resolve(statsOf(current(), parts.now())),
    sendFile: async (options) => (await files()).sendFile(options),
    downloadFile: async (options) => (await files()).downloadFile(options),
    perform: async (intent, key) => {
      if (intent.type === 'chat-leave-request') return leaving.perform(intent.detail);
      if (intent.type.startsWith('chat-thread-')) return (await threads()).perform(intent);
      if (intent.type === 'chat-inject-request')
        return key === undefined ? undefined : inject(core, key, intent.detail.row, parts.now);
      if (intent.type !== 'chat-survey-request') return (await files()).perform(intent, key);
      const { answerSurvey } = await import('./survey.js');
      if (key !== undefined) await answerSurvey(core, asking, key, intent.detail).catch(report);
    },
    unpack: async () => (await files()).unpack(),
    verifySession: () => Promise.resolve({ sessionActive: isRunning(current()) }),
    getSessionData: () => {
      const { key, me = '', remoteId = '' } = current() ?? {};
      const credential = key === undefined ? undefined : conversations.record(key)?.credential;
      const token = credential ? tokenOf({ remoteId, credential }) : '';
      return Promise.resolve({ sessionId: remoteId, participantId: me, token });
    },
    sendCustomNotice: async (options) => {
      await notices.notice(readNotice(options, core.state.capabilities.maxText));
      return OK;
    },
    updateUserData: async (given) => {
      const data = readUserData(given ?? {});
      const conversation = current();
      if (!isRunning(conversation)) return { ...Object.assign(userData, data) };
      await notices.userData(conversation.key, data);
      return OK;
    },
    addPrefilter: async (options) => {
      const expressions = readFilters(options);
      const conversation = current();
      await inForce(filters.register(expressions, isRunning(conversation) ? conversation.key : undefined));
      return filters.registered;
    },
    sendFilteredMessage: async (options) => {
      const key = running(MORE_TEXTS.sendFilteredMessage['not-active']);
      const { text, regex } = readFiltered(options, core.state.capabilities.maxText);
      const given = pipeline.before('chat-before-send', { text, conversationId: key }).text;
      const id = core.ports.random.id();
      await inForce(filters.cover(key, id, regex));
      typing.stopped(key);
      const taken = outbox.submit(key, { id, type: 'message', text: cleanText(given) }, true);
      line.ensure();
      await (
        await taken
      ).settled;
      return OK;
    },
    forget,
    recall: (key, stored) => inForce(filters.recall(key, stored)),
    restore: async (options) => {
      const conversationId = await restoring.restore(readRestore(options));
      return { ...OK, data: { conversationId } };
    },
    fetchHistory: async (options = {}) => ({ ...OK, data: { entries: await fetchHistory(core, options) } }),
    poll: () => polls.poll(),
    startPoll: () => polls.start(),
    stopPoll: () => polls.stop(),
    resetPollExceptions: () => polls.reset(),
    registerPreProcessor: async (options) => {
      const preprocessor = (options as { readonly preprocessor?: unknown } | undefined)?.preprocessor;
      if (typeof preprocessor !== 'function')
        throw new ChatError(
          'invalid',
          MORE_TEXTS.registerPreProcessor.invalid.replace('<DATATYPE>', typeof preprocessor),
        );
      preProcessors.add(preprocessor as PreProcessor);
      core.refine = refine;
      return Promise.resolve(preprocessor as PreProcessor);
    },
    getAgentAvailability: async ({ customContext } = {}) => {
      const given = customContext === undefined ? {} : readContext('getAgentAvailability', customContext);
      return asking.availability(contextOf(core, provider('Context'), given));
    },
    leaveMessage: async (options) => {
      await leave(options, core.ports.random.id());
      return OK;
    },
    getThreads: threads,
    customer: async (change) => (await customers()).change(change),
    logout: async ({ conversation } = {}) => {
      if (conversation !== undefined) {
        await wipeOne(parts, conversation);
        return OK;
      }
      core.ports.tabs.post({ type: 'logout' });
      await forget();
      return OK;
    },
  };
}

/** The handle among the options of `restore`. */
function readRestore(options: RestoreOptions = {}): SessionHandle | undefined {
  const { sessionData } = options;
  const handle = readSessionData(sessionData);
  if (sessionData === undefined || handle) return handle;
  throw new ChatError('invalid', 'restore: sessionData must be what getSessionData() gave, its JSON, or its token');
}

/** The same input, with other entries in it. */
function refined(input: Input, changed: (key: ConversationKey, entry: Entry) => Entry): Input {
  const change = (entry: Entry) => changed('key' in input ? (input.key ?? '') : '', entry);
  switch (input.type) {
    case 'entry':
      return { ...input, entry: change(input.entry) };
    case 'page':
      return { ...input, page: { ...input.page, entries: input.page.entries.map(change) } };
    case 'opened': {
      const { opened } = input;
      return { ...input, opened: { ...opened, page: { ...opened.page, entries: opened.page.entries.map(change) } } };
    }
    default:
      return input;
  }
}

/** Loads something once, and again after a load that failed. */
function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loading: Promise<Result> | undefined;
  return () => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}
