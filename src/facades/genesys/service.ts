/** The documented commands of WebChatService, each a few lines over a verb of the host. */
import { Refusal, rejectionOf, sessionDataOf } from './answers.js';
import type { Bus, CommandCall } from './bus.js';
import type { GenesysConfig } from './config.js';
import { isPlain } from './copy.js';
import type { HostPort } from './host.js';
import { unwrap } from './inputs.js';
import type { SessionPart } from './session.js';
import { TEXTS, unsupportedText } from './texts.js';
import { flatData } from './user-data.js';

/** What the commands stand on. */
export type ServiceParts = {
  readonly host: HostPort;
  readonly config: GenesysConfig;
  readonly session: SessionPart;
};

const SERVICE = 'WebChatService';
type Options = Readonly<Record<string, unknown>>;
type Command = (data: Options, call: CommandCall) => Promise<unknown>;

/** Every command by its documented name. */
export function serviceCommands({ host, config, session }: ServiceParts): Readonly<Record<string, Command>> {
  const { enabled: asynchronous = false } = config.transport?.async ?? {};

  /** Calls the verb of the same name, or says that nobody here can do it. */
  const verb = (name: string, ...args: readonly unknown[]): Promise<unknown> => {
    if (!host.can(name)) throw new Refusal(unsupportedText(name));
    return host.call(name, ...args);
  };
  const plain =
    (name: string): Command =>
    () =>
      verb(name);
  const withOptions =
    (name: string): Command =>
    (data) =>
      verb(name, data);

  return {
    configure: async () => {
      throw new Refusal(
        'WebChatService is configured already. Change _genesys.widgets.webchat before the page installs it.',
      );
    },

    startChat: async (data) => {
      const form = isPlain(data['form']) ? data['form'] : data;
      return verb('startChat', { ...textFields(form), userData: data['userData'] });
    },
    endChat: async () => verb('endChat'),
    sendMessage: async (data) => verb('sendMessage', data),
    sendTyping: async (data) => verb('sendTyping', data),
    sendCustomNotice: async (data) => verb('sendCustomNotice', data),

    sendFilteredMessage: async (data) => {
      if (!(await session.running())) throw new Refusal(TEXTS.sendFilteredMessage['not-active']);
      return verb('sendFilteredMessage', data);
    },
    addPrefilter: async (data) => {
      const filters = [data['filters']].flat();
      if (filters.length === 0 || !filters.every(isRegExp)) throw new Refusal(TEXTS.addPrefilter.invalid);
      return verb('addPrefilter', { filters });
    },
    registerPreProcessor: async ({ preprocessor }) => {
      if (typeof preprocessor !== 'function')
        throw new Refusal(TEXTS.registerPreProcessor.invalid.replace('<DATATYPE>', typeof preprocessor));
      await verb('registerPreProcessor', { preprocessor });
      return preprocessor;
    },

    updateUserData: async (data) => {
      if (await session.running()) return verb('updateUserData', data);
      const { data: userData, wrong } = flatData(data);
      if (wrong.length > 0) throw new Refusal(TEXTS.startChat.invalid);
      return { ...session.merge(userData) };
    },

    poll: async (_data, { commander }) => {
      if (commander !== SERVICE) throw new Refusal(TEXTS.poll.private);
      return verb('poll');
    },
    startPoll: plain('startPoll'),
    stopPoll: plain('stopPoll'),
    resetPollExceptions: plain('resetPollExceptions'),

    restore: async (data, { commander }) => {
      if (!asynchronous && commander !== SERVICE) throw new Refusal(TEXTS.restore.private);
      return verb('restore', data);
    },
    fetchHistory: async () => {
      if (!asynchronous) throw new Refusal(TEXTS.fetchHistory.synchronous);
      return verb('fetchHistory', { limit: config.transport?.maxMessagePageSize });
    },

    getTranscript: plain('getTranscript'),
    getAgents: plain('getAgents'),
    getStats: plain('getStats'),
    // Documented never to reject: without the verb it is what the state tells, which holds no credential.
    getSessionData: async () => (host.can('getSessionData') ? verb('getSessionData') : sessionDataOf(host.state)),
    // Not by the verb, whose code would be loaded to find out.
    verifySession: async () => ({ sessionActive: await session.running() }),

    registerTypingPreviewInput: async (data) => verb('registerTypingPreviewInput', { input: unwrap(data['input']) }),
    sendFile: async (data) => verb('sendFile', { ...data, files: unwrapFiles(data['files']) }),
    downloadFile: withOptions('downloadFile'),
  };

  function textFields(form: Options): Options {
    // What is no text goes on to the verb, whose error names it.
    const { nickname, firstname, lastname, email, subject } = form;
    return { nickname, firstname, lastname, email, subject };
  }
}

const isRegExp = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object RegExp]';

/** A jQuery object stands for its input; a FileList and an array of files stay what they are. */
function unwrapFiles(files: unknown): unknown {
  const first = unwrap(files);
  return typeof first === 'object' && first !== null && 'nodeType' in first ? first : files;
}

/** Puts the commands on the bus. */
export function registerService(bus: Bus, parts: ServiceParts): void {
  for (const [name, command] of Object.entries(serviceCommands(parts)))
    bus.registerCommand(`${SERVICE}.${name}`, (call) => {
      const data = isPlain(call.data) ? call.data : {};
      // In a promise: what a command throws before its first wait is a rejection like any other.
      void Promise.resolve()
        .then(() => command(data, call))
        .then(
          (value) => void call.deferred.resolve(value),
          (error: unknown) => void call.deferred.reject(rejectionOf(name, error)),
        );
    });
}
