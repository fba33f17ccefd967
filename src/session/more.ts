/** The verbs that few conversations need, built on the parts of a session; loaded when the first of them is called. */
import type { Acts } from './acts.js';
import type { Client } from './client.js';
import type { Line } from './flows/connect.js';
import type { Conversations } from './flows/conversations.js';
import type { Outbox } from './flows/outbox.js';
import { checkText, cleanText, type Pipeline } from './flows/pipeline.js';
import type { Sync } from './flows/sync.js';
import type { Typing } from './flows/typing.js';
import { readUserData } from './arguments.js';
import { fetchHistory } from './flows/history.js';
import { Notices } from './flows/notices.js';
import { Polls } from './flows/polls.js';
import { PreProcessors, type PreProcessor } from './flows/pre-processors.js';
import { Restoring } from './flows/restoring.js';
import type { MoreVerbs, RestoreOptions, ServerResponse } from './host.js';
import { ChatError } from './model/errors.js';
import type { Input } from './model/inputs.js';
import { contextOf } from './flows/context.js';
import { Asking } from './flows/availability.js';
import { wipe } from './flows/logout.js';
import { readContext, readLeft } from './arguments-more.js';
import type { ContextProvider } from './model/providers.js';
import type { Drafts } from './view/drafts.js';
import { conversationOf, isRunning } from './model/selectors.js';
import type { ConversationKey, Entry, UserData } from './model/types.js';
import { readSessionData, tokenOf, type SessionHandle } from './session-data.js';
import { MORE_TEXTS } from '../vocabulary/more-texts.js';

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
  /** The page's context provider. */
  readonly provider: () => ContextProvider | undefined;
  readonly report: (what: unknown) => void;
};

const OK: ServerResponse = Object.freeze({ code: 'ok', message: 'ok' });

/** Builds them; each is a short delegation to a flow of its own. */
export function more(parts: MoreParts): MoreVerbs {
  const { core, conversations, line, outbox, userData, provider, restore, report } = parts;
  const asking = new Asking(core, parts);
  const notices = new Notices(core, async (key, item) => {
    const taken = await outbox.submit(key, item);
    line.ensure();
    return taken;
  });
  const polls = new Polls(core);
  const restoring = new Restoring(core, restore);
  const preProcessors = new PreProcessors(report);
  const current = () => conversationOf(core.state);
  return {
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
      core.refine = (input) => refined(input, (entry) => preProcessors.change(entry));
      return Promise.resolve(preprocessor as PreProcessor);
    },
    getAgentAvailability: async ({ customContext } = {}) => {
      const given = customContext === undefined ? {} : readContext('getAgentAvailability', customContext);
      return asking.availability(contextOf(core, provider(), given));
    },
    leaveMessage: async (options) => {
      const { message, name, email } = readLeft(options);
      const context = contextOf(core, provider());
      const frame = { id: core.ports.random.id(), text: message, name, email, context };
      await asking.ask('leave-message', frame);
      return OK;
    },
    logout: async () => {
      core.ports.tabs.post({ type: 'logout' });
      await wipe(parts);
      return OK;
    },
  };
}

function readRestore(options: RestoreOptions = {}): SessionHandle | undefined {
  const { sessionData } = options;
  const handle = readSessionData(sessionData);
  if (sessionData === undefined || handle) return handle;
  throw new ChatError('invalid', 'restore: sessionData must be what getSessionData() gave, its JSON, or its token');
}

/** The text among the options of `sendCustomNotice`. One without words is a notice, too. */
function readNotice(options: unknown, maxText: number): string {
  const { message } = (options ?? {}) as { readonly message?: unknown };
  if (typeof message !== 'string')
    throw new ChatError('invalid', `sendCustomNotice: message must be a string, not ${typeof message}`);
  const text = cleanText(message);
  if (text !== '') checkText(`.${text.slice(1)}`, maxText, '');
  return text;
}

/** The same input, with other entries in it. */
function refined(input: Input, change: (entry: Entry) => Entry): Input {
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
