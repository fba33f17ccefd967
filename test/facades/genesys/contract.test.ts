/**
 * Every command and event of the contract, through the bus. A row arranges the state; the harness gives the command and
 * compares the outcome with the contract. A row that is missing fails, and so does one that waits for nothing any more.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readTextInput, watchTyping } from '../../../src/elements/typing-input.js';
import { Bus } from '../../../src/facades/genesys/bus.js';
import { readConfig } from '../../../src/facades/genesys/config.js';
import { HostPort } from '../../../src/facades/genesys/host.js';
import { installBus } from '../../../src/facades/genesys/index.js';
import { registerService } from '../../../src/facades/genesys/service.js';
import { SessionPart } from '../../../src/facades/genesys/session.js';
import { TEXTS } from '../../../src/facades/genesys/texts.js';
import type { Chat } from '../../../src/session/chat.js';
import { systemClock } from '../../../src/session/memory.js';
import { ChatError, type ChatErrorCode } from '../../../src/session/model/errors.js';
import { EVENTS, type EventName, type EventRow } from '../../../src/vocabulary/events.js';
import { FakeFiles, file, LIMITS } from '../../helpers/fake-files.js';
import { outcomeOf, rig, settle, type Outcome, type Rig } from './rig.js';

type DocumentedOutcome = {
  readonly status: 'resolved' | 'rejected';
  readonly when: string;
  readonly text?: { readonly WID: string };
  readonly returns?: string;
};
type Contract = {
  readonly commands: Readonly<Record<string, { readonly outcomes?: readonly DocumentedOutcome[] }>>;
  readonly events: Readonly<Record<string, { readonly data?: string }>>;
};
const contract = JSON.parse(
  readFileSync(new URL('../../contracts/webchatservice.json', import.meta.url), 'utf8'),
) as Contract;

const ASYNC = {
  transport: {
    type: 'ours',
    async: { enabled: true, setSessionData: () => undefined, getSessionData: () => undefined },
  },
};
const input = {
  nodeType: 1,
  localName: 'input',
  type: 'text',
  value: '',
  addEventListener() {},
  removeEventListener() {},
};
const fails = (code: ChatErrorCode) => () => Promise.reject(new ChatError(code, 'of the test'));
const active = async (made: Rig): Promise<Rig> => {
  assert.equal((await made.ask('startChat')).status, 'resolved');
  return made;
};

/** What only an element has, with the element's own code. */
const PAGE_VERBS = {
  async registerTypingPreviewInput(this: Chat, options: unknown): Promise<void> {
    watchTyping(readTextInput(options), this, this);
    return Promise.resolve();
  },
};

/** A running conversation over a loopback that takes files. */
const taking = (prepare: (files: FakeFiles) => unknown = () => undefined): Promise<Rig> => {
  const files = new FakeFiles(systemClock);
  prepare(files);
  return active(rig({ script: { capabilities: { files: LIMITS } }, files }));
};

/** A file input with something chosen. */
const chosen = (...files: readonly Blob[]): unknown => ({ ...input, type: 'file', files });

/** A verb of a host that is to come; what it says goes through as it is. */
const fake =
  (value: unknown = { code: 'ok', message: 'ok' }) =>
  () =>
    Promise.resolve(value);

/** How each outcome is arranged: over the loopback with the verbs of the session, or with verbs in their place. */
const ROWS: Readonly<Record<string, Readonly<Record<string, () => Promise<Outcome>>>>> = {
  startChat: {
    'server confirms session started': () => rig().ask('startChat', { nickname: 'Jonny', userData: {} }),
    'a chat session is already active': async () => (await active(rig())).ask('startChat'),
    'AJAX exception occurs': () => rig({ verbs: { startChat: fails('unreachable') } }).ask('startChat'),
    'server exception occurs': () => rig({ verbs: { startChat: fails('blocked') } }).ask('startChat'),
    'userData is invalid': () => rig().ask('startChat', { userData: { a: {} } }),
  },
  endChat: {
    'active session is ended': async () => (await active(rig())).ask('endChat'),
    'no active session': () => rig().ask('endChat'),
  },
  sendMessage: {
    'message is sent': async () => (await active(rig())).ask('sendMessage', { message: 'hi' }),
    'no text': async () => (await active(rig())).ask('sendMessage', { message: ' ' }),
    'no active session': () => rig().ask('sendMessage', { message: 'hi' }),
    'AJAX exception': () => rig({ verbs: { sendMessage: fails('timeout') } }).ask('sendMessage', { message: 'hi' }),
  },
  sendCustomNotice: {
    sent: async () => (await active(rig())).ask('sendCustomNotice', { message: 'bye' }),
    'AJAX exception': () => rig({ verbs: { sendCustomNotice: fails('unreachable') } }).ask('sendCustomNotice'),
    'transport has no custom notices': async () =>
      (await active(rig({ script: { capabilities: { notices: false } } }))).ask('sendCustomNotice', { message: 'bye' }),
  },
  sendTyping: {
    sent: async () => (await active(rig())).ask('sendTyping', { Message: 'hi' }),
    'AJAX exception': () => rig({ verbs: { sendTyping: fails('unreachable') } }).ask('sendTyping'),
    'no active session': () => rig().ask('sendTyping'),
  },
  sendFilteredMessage: {
    'active session': async () =>
      (await active(rig())).ask('sendFilteredMessage', {
        message: 'filtered message',
        regex: /[a-zA-Z]/,
      }),
    'no active session': () => rig().ask('sendFilteredMessage', { message: 'x', regex: /x/ }),
  },
  addPrefilter: {
    valid: () => rig().ask('addPrefilter', { filters: /[a-zA-Z]/ }),
    'missing or invalid': () => rig().ask('addPrefilter', { filters: ['x'] }),
  },
  updateUserData: {
    'session active, sent': async () => (await active(rig())).ask('updateUserData', { firstname: 'Joe' }),
    'session active, AJAX exception': async () =>
      (await active(rig({ verbs: { updateUserData: fails('unreachable') } }))).ask('updateUserData', {}),
    'no session: merged into the internal userData': () =>
      rig({ webchat: { userData: { a: 1 } } }).ask('updateUserData', { firstname: 'Joe' }),
    "session active, transport can't": async () =>
      (await active(rig({ script: { capabilities: { userData: false } } }))).ask('updateUserData', {}),
  },
  poll: {
    'active session': () => internally('poll', { poll: fake(undefined) }),
    'caller is not WebChatService': () => rig({ verbs: { poll: fake() } }).ask('poll'),
    'documented as: no chat session active': () =>
      internally('poll', { poll: () => Promise.reject(new ChatError('busy', TEXTS.poll.unfinished)) }),
    'transport has no polling': () => internally('poll', { poll: undefined }),
  },
  ...Object.fromEntries(
    ['startPoll', 'stopPoll'].map((name) => [
      name,
      {
        'active session': () => rig({ verbs: { [name]: fake(undefined) } }).ask(name),
        'no active session': () => rig({ verbs: { [name]: fails('not-active') } }).ask(name),
        'transport has no polling': () => rig({ verbs: { [name]: undefined } }).ask(name),
      },
    ]),
  ),
  resetPollExceptions: {
    always: () => rig({ verbs: { resetPollExceptions: fake(undefined) } }).ask('resetPollExceptions'),
    'transport has no polling': () => rig({ verbs: { resetPollExceptions: undefined } }).ask('resetPollExceptions'),
  },
  restore: {
    'session found': () => rig({ webchat: ASYNC, verbs: { restore: fake() } }).ask('restore', { sessionData: 'token' }),
    'session not found': () => rig({ webchat: ASYNC }).ask('restore'),
    'restore in progress': () => {
      const { ask } = rig({ webchat: ASYNC });
      void ask('restore', { sessionData: { token: 'a/b' } });
      return ask('restore');
    },
    'session already active': async () => (await active(rig({ webchat: ASYNC }))).ask('restore'),
    'called by hand outside async mode': () => rig().ask('restore'),
  },
  getTranscript: { always: () => rig().ask('getTranscript') },
  getAgents: { always: () => rig().ask('getAgents') },
  getStats: { always: () => rig().ask('getStats') },
  sendFile: {
    'valid type and size': async () => (await taking()).ask('sendFile', { files: [chosen(file('a.txt', 10))] }),
    'invalid type': async () => (await taking()).ask('sendFile', { files: chosen(file('a.svg', 10, 'image/svg+xml')) }),
    'number of uploads exceeded': async () =>
      (await taking()).ask('sendFile', { files: chosen(...['1', '2', '3', '4'].map((name) => file(name, 1))) }),
    'file size exceeds the limit': async () =>
      (await taking()).ask('sendFile', { files: chosen(file('a.txt', LIMITS.maxSize + 1)) }),
    'too large or unknown error': async () =>
      (await taking((files) => (files.judge = () => 'internal-trouble'))).ask('sendFile', {
        files: chosen(file('a.txt', 10)),
      }),
    'server has no uploads': async () => (await active(rig())).ask('sendFile', { files: chosen(file('a.txt', 10)) }),
  },
  downloadFile: {
    downloaded: async () => {
      const made = await taking();
      const sent = (await made.ask('sendFile', { files: chosen(file('a.txt', 10)) })).value as {
        data: { files: [{ id: string }] };
      };
      return made.ask('downloadFile', { fileId: sent.data.files[0].id });
    },
    'ours: unknown file, not allowed, or the download fails': async () =>
      (await taking()).ask('downloadFile', { fileId: '1' }),
  },
  getSessionData: {
    'always; v2': () => rig({ verbs: { getSessionData: fake(SESSION_DATA.v2) } }).ask('getSessionData'),
    'always; v3': () => rig({ verbs: { getSessionData: fake(SESSION_DATA.v3) } }).ask('getSessionData'),
    'ours: default transport': async () => (await active(rig())).ask('getSessionData'),
  },
  fetchHistory: {
    'older messages retrieved; the data arrives in the messageReceived event': () =>
      rig({ webchat: ASYNC, verbs: { fetchHistory: fake() } }).ask('fetchHistory'),
    'request fails': () => rig({ webchat: ASYNC, verbs: { fetchHistory: fails('timeout') } }).ask('fetchHistory'),
    'async mode off': () => rig({ verbs: { fetchHistory: fake() } }).ask('fetchHistory'),
    'all received': () =>
      rig({
        webchat: ASYNC,
        verbs: { fetchHistory: () => Promise.reject(new ChatError('refused', TEXTS.fetchHistory.exhausted)) },
      }).ask('fetchHistory'),
  },
  registerTypingPreviewInput: {
    valid: () =>
      rig({ verbs: PAGE_VERBS }).ask('registerTypingPreviewInput', { input: { jquery: '3.7.1', length: 1, 0: input } }),
    'invalid or missing': () => rig({ verbs: PAGE_VERBS }).ask('registerTypingPreviewInput', { input: '#message' }),
  },
  registerPreProcessor: {
    'a function': () => rig().ask('registerPreProcessor', { preprocessor: echo }),
    'not a function': () => rig().ask('registerPreProcessor', { preprocessor: 'text' }),
  },
  verifySession: { always: () => rig().ask('verifySession') },
};

/** Verbs that the session does not have yet: their rows put one in its place. A name leaves this list when the host has it. */
const NOT_YET: readonly string[] = [];

/** No page can provoke it. */
const NEVER = { getSessionData: ['Never'] } as const;

const SESSION_DATA = {
  v2: { secureKey: 'k', sessionID: 1, alias: 2, userId: 3 },
  v3: { participantId: 'p', sessionId: 's', token: 't', transportId: 'x' },
};
const echo = (message: unknown): unknown => message;

/** Gives a private command under the facade's own name, which the bus of a page hands to nobody. */
function internally(name: string, verbs: Readonly<Record<string, unknown>>): Promise<Outcome> {
  const { chat } = rig({ verbs });
  const bus = new Bus(Promise.resolve(), (error) => assert.ifError(error));
  const host = new HostPort(chat);
  const { config } = readConfig({}, true);
  registerService(bus, { host, config, session: new SessionPart(bus, host, config) });
  return outcomeOf(bus.command('WebChatService', `WebChatService.${name}`));
}

/** What the shapes of the contract mean. */
function fits(returns: string, value: unknown): boolean {
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(value as object, name));
  if (returns.startsWith('server response')) return has('code', 'message');
  if (returns.startsWith('{ messages')) return has('messages');
  if (returns.startsWith('{ agents')) return has('agents', 'startTime', 'endTime', 'duration');
  if (returns.startsWith('{ sessionActive')) return has('sessionActive');
  if (returns.startsWith('{ secureKey')) return has('secureKey', 'sessionID', 'alias', 'userId');
  if (returns.startsWith('{ participantId')) return has('participantId', 'sessionId', 'token', 'transportId');
  if (returns.startsWith('{ sessionId')) return has('sessionId', 'participantId', 'token') && !has('secureKey');
  if (returns.startsWith('array of all')) return Array.isArray(value);
  if (returns.startsWith('the internal userData'))
    return JSON.stringify(value) === JSON.stringify({ a: 1, firstname: 'Joe' });
  if (returns.startsWith('the registered function')) return value === echo;
  if (returns.startsWith('Agent per id')) return typeof value === 'object';
  return returns === 'n/a';
}

for (const [command, { outcomes = [] }] of Object.entries(contract.commands))
  for (const { status, when, text, returns = '' } of outcomes) {
    if (command in NEVER && when === 'Never') continue;
    test(`${command}: ${status} when ${when}`, async () => {
      const row = ROWS[command]?.[when];
      assert.ok(row, 'has a row');
      const outcome = await row();
      assert.equal(outcome.status, status);
      if (text) assert.equal(outcome.value, text.WID.replace('<DATATYPE>', 'string'));
      else assert.ok(fits(returns, outcome.value), `${returns}: ${JSON.stringify(outcome.value)}`);
    });
  }

test('no row is for an outcome that is not documented', () => {
  for (const [command, rows] of Object.entries(ROWS)) {
    const documented = contract.commands[command]?.outcomes?.map(({ when }) => when) ?? [];
    assert.deepEqual(
      Object.keys(rows).filter((when) => !documented.includes(when)),
      [],
      command,
    );
  }
});

test('the list of verbs to come holds those that the session really lacks', () => {
  const { chat } = rig();
  const lacking = Object.keys(contract.commands).filter((name) => !(name in chat));
  // These are the facade's own, or the element's.
  const here = ['configure', 'registerTypingPreviewInput'];
  assert.deepEqual(
    lacking.filter((name) => !here.includes(name)),
    NOT_YET,
  );
});

test('a verb that nobody has is refused with the documented text, or one like it', async () => {
  for (const name of NOT_YET) {
    const made = await active(rig({ webchat: ASYNC }));
    const { status, value } = await made.ask(name, { filters: /x/, preprocessor: echo, message: 'x' });
    assert.equal(status, 'rejected', name);
    assert.match(String(value), /^This transport doesn't support /, name);
  }
});

test('configure is called at the start; a later call rejects and changes nothing', async () => {
  const { ask } = rig({ webchat: { userData: { a: 1 } } });
  const { status, value } = await ask('configure', { userData: { a: 2 } });
  assert.equal(status, 'rejected');
  assert.match(String(value), /configured already/);
  assert.deepEqual((await ask('updateUserData', {})).value, { a: 1 });
});

test('an exception of the line and one of the server can be told apart', async () => {
  const of = async (code: ChatErrorCode) => (await rig({ verbs: { startChat: fails(code) } }).ask('startChat')).value;
  assert.deepEqual(await of('unreachable'), {
    code: 'network',
    message: 'of the test',
    data: { reason: 'unreachable' },
  });
  assert.deepEqual(await of('blocked'), { code: 'blocked', message: 'of the test' });
});

test('the texts are the documented ones, letter by letter, and none is missing', () => {
  for (const [command, { outcomes = [] }] of Object.entries(contract.commands)) {
    const documented = outcomes.flatMap(({ status, text }) => (status === 'rejected' && text ? [text.WID] : []));
    const ours = Object.values((TEXTS as Readonly<Record<string, Readonly<Record<string, string>>>>)[command] ?? {});
    assert.deepEqual([...ours].sort(), [...new Set(documented)].sort(), command);
  }
});

test('userData of the page, of updateUserData and of startChat are merged in this order', async () => {
  const { ask, chat } = rig({ webchat: { userData: { a: 1, b: 1, c: 1 } } });
  const seen: unknown[] = [];
  chat.intercept((type, detail) => {
    if (type === 'chat-before-start') seen.push({ ...(detail as { userData: object }).userData });
    return true;
  });
  await ask('updateUserData', { b: 2, c: 2 });
  await ask('startChat', { userData: { c: 3 } });
  assert.deepEqual(seen, [{ a: 1, b: 2, c: 3 }]);
  assert.deepEqual((await ask('verifySession')).value, { sessionActive: true });
});

test('startChat takes its fields also from a form inside', async () => {
  const { ask, chat } = rig();
  await ask('startChat', { form: { nickname: 'Alex', subject: 'x' }, userData: { a: 1 } });
  assert.deepEqual(Object.values(chat.state.conversations)[0]?.profile, { nickname: 'Alex', subject: 'x' });
});

// ── Events ───────────────────────────────────────────────────────────────────────────────────────────────────────

const rows = new Map(
  (Object.entries(EVENTS) as [EventName, EventRow][]).flatMap(([name, { wcs }]) => (wcs ? [[wcs, name] as const] : [])),
);

/** A detail that holds everything any event has. */
const DETAIL = {
  conversationId: 'k',
  message: { id: '1', text: 'x' },
  messages: [{ id: '1', text: 'x' }],
  originalMessages: [{ id: '1', text: 'x' }],
  restoring: true,
  agents: { a: { name: 'Ann' } },
  name: 'Ann',
  code: 'busy',
};

/** The names that the documented data must have. */
function namesIn(data: string | undefined): readonly string[] {
  if (data === undefined) return [];
  if (data.startsWith('server response')) return ['code', 'message'];
  return [...data.split('}')[0]!.matchAll(/(?:\{|,) ?(\w+)/g)].map((match) => match[1]!);
}

for (const [name, { data }] of Object.entries(contract.events)) {
  test(`the bus tells ${name} with its documented data`, async () => {
    const row = rows.get(name);
    assert.ok(row, 'has a row in the table of events');
    const target = new EventTarget();
    const host = Object.assign(target, { state: { conversations: {}, engine: 'none' } });
    type Heard = { event: string; data: Record<string, unknown> };
    const page: { CXBus?: { subscribe(event: string, heard: (event: Heard) => void): void } } = {};
    const uninstall = installBus({ host: host as never, page });
    const heard: Heard[] = [];
    page.CXBus!.subscribe(`WebChatService.${name}`, (event) => heard.push(event));
    const people = /numAgentsConnected/.test(data ?? '') ? { numAgentsConnected: 1 } : {};
    if (name !== 'ready') target.dispatchEvent(new CustomEvent(row, { detail: { ...DETAIL, ...people } }));
    await settle();
    uninstall();
    target.dispatchEvent(new CustomEvent(row, { detail: DETAIL }));
    assert.equal(heard.length, 1);
    assert.equal(heard[0]?.event, `WebChatService.${name}`);
    assert.deepEqual(
      Object.keys(heard[0].data)
        .filter((key) => key !== 'data')
        .sort(),
      [...namesIn(data)].sort(),
    );
  });
}

test('the guide names every command and every event', () => {
  const guide = readFileSync(new URL('../../../docs/coming-from-genesys.md', import.meta.url), 'utf8');
  const named = new Set([...guide.matchAll(/`([\w…]+)`/g)].map((match) => match[1]!));
  const said = (name: string): boolean => named.has(name) || (named.has('…Disconnected') && /Disconnected$/.test(name));
  const names = [...Object.keys(contract.commands), ...Object.keys(contract.events)];
  assert.deepEqual(
    names.filter((name) => !said(name)),
    [],
  );
});
