/**
 * The whole contract in a browser: the harness gives each command itself, through the element and through the bus, and compares
 * how it went with the data. A row only arranges the state, and names its transport. Missing rows fail.
 */
import { expect } from '@open-wc/testing';
import { Bus } from '../../src/facades/genesys/bus.js';
import { readConfig } from '../../src/facades/genesys/config.js';
import { HostPort } from '../../src/facades/genesys/host.js';
import { registerService } from '../../src/facades/genesys/service.js';
import { SessionPart } from '../../src/facades/genesys/session.js';
import { LiveChat } from '../../src/elements/live-chat.js';
import { ChatError } from '../../src/session/model/errors.js';
import { TransportError, type Opened, type Transport, type TransportFactory } from '../../src/session/transport.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { polling } from '../../src/transports/polling/index.js';
import { socketIo } from '../../src/transports/socket-io/index.js';
import { EVENTS, type EventRow } from '../../src/vocabulary/events.js';
import { until } from '../helpers/settle.js';
import { Desk } from './desk.js';
import { cleanUp, install, jQueryLike, put, type OldPage } from './old-page.js';

type Documented = {
  readonly status: 'resolved' | 'rejected';
  readonly when: string;
  readonly text?: { readonly WID: string };
  readonly returns?: string;
};
type Contract = {
  readonly commands: Readonly<Record<string, { readonly outcomes?: readonly Documented[] }>>;
  readonly events: Readonly<Record<string, { readonly data?: string }>>;
  readonly config: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
const contract = (await (await fetch(new URL('../contracts/webchatservice.json', import.meta.url))).json()) as Contract;

type Outcome = { readonly status: 'resolved' | 'rejected'; readonly value: unknown };
type Way = 'the bus' | 'the element';

/** What a row arranges. */
type Row = {
  /** The real server over its two bindings, or the loopback without what it could do. */
  readonly transport: 'real server' | 'polling' | 'loopback with capabilities off';
  readonly webchat?: Readonly<Record<string, unknown>>;
  /** Changes the transport, so that the other side does what it seldom does. */
  readonly bent?: (transport: Transport) => Partial<Transport>;
  readonly arrange?: (page: OldPage) => unknown;
  readonly options?: unknown;
  /** Why only one of the ways has it. */
  readonly notOnElement?: string;
  /** No page can provoke it; this is done from inside, and why. */
  readonly inside?: { readonly why: string; readonly verb: () => Promise<unknown> };
  /** Given under the facade's own name, which the bus of a page hands to nobody. */
  readonly privately?: true;
};

const ASYNC = {
  transport: {
    type: 'ours',
    async: { enabled: true, setSessionData: () => undefined, getSessionData: () => undefined },
  },
};
const echo = (message: unknown): unknown => message;
const NO_CALLERS = 'the element has no callers to tell apart, and no mode: what it has is public';
const active = ({ chat }: OldPage): Promise<unknown> => chat.startChat({ nickname: 'Jonny' });
const off = { transport: 'loopback with capabilities off' } as const;
const real = { transport: 'real server' } as const;
const polled = { transport: 'polling' } as const;
const refusing = (code: string) => () => Promise.reject(new TransportError('final', code));
const refused =
  (code: string): Row['bent'] =>
  (inner) => ({
    send: async (remoteId, items, signal) =>
      items.some(({ type }) => type !== 'mark' && type !== 'end')
        ? items.map(({ id }) => ({ id, status: 'refused' as const, code }))
        : inner.send(remoteId, items, signal),
  });
/** A window on the last entry only, so that there is more to fetch. */
const narrow = (inner: Transport): Partial<Transport> => {
  const last = (opened: Opened): Opened => ({
    ...opened,
    page: { ...opened.page, entries: opened.page.entries.slice(-1), more: true },
  });
  return { start: async (...given) => last(await inner.start(...given)) };
};
/** The code of the chat does not come. */
const unloaded = (): void => {
  const { load } = LiveChat;
  LiveChat.load = () => Promise.reject(new Error('no network'));
  undo.push(() => (LiveChat.load = load));
};
const unheard = (): Promise<never> => Promise.reject(new ChatError('timeout', 'of the test'));

/** Session data of a conversation that goes on elsewhere. */
async function elsewhere(): Promise<unknown> {
  const page = install({});
  await active(page);
  const data = await page.chat.getSessionData();
  cleanUp();
  return data;
}
let kept: unknown;
const gone = { sessionData: { token: 'gone/gone' } };

const polls = (name: string, row: Row): Readonly<Record<string, Row>> => ({
  'active session': { ...polled, arrange: active, ...row },
  'no active session': polled,
  'transport has no polling': { ...real, arrange: active },
});

const ROWS: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  startChat: {
    'server confirms session started': { ...real, options: { nickname: 'Jonny', userData: { a: 1 } } },
    'a chat session is already active': { ...real, arrange: active },
    'AJAX exception occurs': { ...real, bent: () => ({ start: refusing('protocol') }) },
    'server exception occurs': { ...real, bent: () => ({ start: refusing('blocked') }) },
    'userData is invalid': { ...real, options: { userData: { a: {} } } },
  },
  endChat: { 'active session is ended': { ...real, arrange: active }, 'no active session': real },
  sendMessage: {
    'message is sent': { ...real, arrange: active, options: { message: 'hi' } },
    'no text': { ...real, arrange: active, options: { message: ' ' } },
    'no active session': { ...real, options: { message: 'hi' } },
    'AJAX exception': { ...real, arrange: active, bent: refused('protocol'), options: { message: 'hi' } },
  },
  sendCustomNotice: {
    sent: { ...polled, arrange: active, options: { message: 'bye' } },
    'AJAX exception': { ...real, arrange: active, bent: refused('protocol'), options: { message: 'bye' } },
    'transport has no custom notices': { ...off, arrange: active, options: { message: 'bye' } },
  },
  sendTyping: {
    sent: { ...real, arrange: active, options: { Message: 'hi' } },
    'AJAX exception': { ...real, arrange: unloaded },
    'no active session': real,
  },
  sendFilteredMessage: {
    'active session': { ...real, arrange: active, options: { message: 'filtered', regex: /fil/ } },
    'no active session': { ...real, options: { message: 'x', regex: /x/ } },
  },
  addPrefilter: {
    valid: { ...real, options: { filters: /[a-z]/ } },
    'missing or invalid': { ...real, options: { filters: ['x'] } },
  },
  updateUserData: {
    'session active, sent': { ...polled, arrange: active, options: { firstname: 'Joe' } },
    'session active, AJAX exception': { ...real, arrange: active, bent: refused('protocol'), options: { a: 1 } },
    'no session: merged into the internal userData': {
      ...real,
      webchat: { userData: { a: 1 } },
      arrange: ({ chat }) => (chat.userData = { a: 1 }),
      options: { firstname: 'Joe' },
    },
    "session active, transport can't": { ...off, arrange: active, options: { a: 1 } },
  },
  poll: {
    'active session': {
      ...polled,
      arrange: async (page) => {
        await active(page);
        await page.chat.stopPoll();
        // The request that was under way is given up a moment later.
        await until(() => page.chat.state.polling === false);
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
      privately: true,
    },
    'caller is not WebChatService': { ...polled, arrange: active, notOnElement: NO_CALLERS },
    'documented as: no chat session active': { ...polled, privately: true },
    'transport has no polling': { ...real, arrange: active, privately: true },
  },
  startPoll: polls('startPoll', polled),
  stopPoll: polls('stopPoll', polled),
  resetPollExceptions: { always: polled, 'transport has no polling': real },
  restore: {
    'session found': { ...real, webchat: ASYNC, options: () => ({ sessionData: kept }) },
    'session not found': { ...real, webchat: ASYNC, options: gone },
    'restore in progress': {
      ...real,
      webchat: ASYNC,
      bent: () => ({ resume: () => new Promise(() => undefined) }),
      arrange: async ({ chat }) => {
        chat.restore(gone).catch(() => undefined);
        await until(() => Object.keys(chat.state.conversations).length > 0);
      },
      options: gone,
    },
    'session already active': { ...real, webchat: ASYNC, arrange: active },
    'called by hand outside async mode': { ...real, notOnElement: NO_CALLERS },
  },
  getTranscript: { always: real },
  getAgents: { always: real },
  getStats: { always: real },
  sendFile: {
    'valid type and size': {
      ...real,
      arrange: active,
      options: () => ({ files: fileOf('a.txt', 'text/plain', 'hello') }),
    },
    'invalid type': {
      ...real,
      arrange: active,
      options: () => ({ files: fileOf('a.exe', 'application/x-msdownload', 'MZ') }),
    },
    'number of uploads exceeded': {
      ...real,
      arrange: active,
      options: () => ({ files: Array.from({ length: 50 }, (_, i) => fileOf(`${i}.txt`, 'text/plain', 'x')) }),
    },
    'file size exceeds the limit': {
      ...real,
      arrange: active,
      options: () => ({ files: fileOf('big.txt', 'text/plain', new Uint8Array(64 * 1024 * 1024)) }),
    },
    'too large or unknown error': {
      ...real,
      arrange: active,
      options: () => ({ files: fileOf('0.txt', 'text/plain', '') }),
    },
    'server has no uploads': {
      ...off,
      arrange: active,
      options: () => ({ files: fileOf('a.txt', 'text/plain', 'x') }),
    },
  },
  downloadFile: {
    downloaded: {
      ...real,
      inside: {
        why: 'a download leaves the page of a test runner: the tests of files have it',
        verb: () => Promise.resolve(),
      },
    },
    'ours: unknown file, not allowed, or the download fails': { ...real, arrange: active, options: { fileId: 'none' } },
  },
  getSessionData: {
    'always; v2': {
      ...real,
      inside: {
        why: 'no transport for that back end',
        verb: () => Promise.resolve({ secureKey: 'k', sessionID: 1, alias: 2, userId: 3 }),
      },
    },
    'always; v3': {
      ...real,
      inside: {
        why: 'no transport for that back end',
        verb: () => Promise.resolve({ participantId: 'p', sessionId: 's', token: 't', transportId: 'x' }),
      },
    },
    'ours: default transport': { ...real, arrange: active },
    Never: {
      ...real,
      inside: { why: 'it never rejects', verb: () => Promise.reject(new ChatError('closed', 'never')) },
    },
  },
  fetchHistory: {
    'older messages retrieved; the data arrives in the messageReceived event': {
      ...real,
      webchat: ASYNC,
      bent: narrow,
      arrange: active,
    },
    'request fails': {
      ...real,
      webchat: ASYNC,
      bent: (inner) => ({ ...narrow(inner), pull: unheard }),
      arrange: active,
    },
    'async mode off': { ...real, arrange: active, notOnElement: NO_CALLERS },
    'all received': { ...polled, webchat: ASYNC, arrange: active },
  },
  registerTypingPreviewInput: {
    valid: { ...real, options: () => ({ input: put(document.createElement('textarea')) }) },
    'invalid or missing': { ...real, options: { input: '#message' } },
  },
  registerPreProcessor: {
    'a function': { ...real, options: { preprocessor: echo } },
    'not a function': { ...real, options: { preprocessor: 'text' } },
  },
  verifySession: { always: real },
};

/** Verbs that the element lacks. A name leaves this list when it has it. */
const NOT_YET: readonly string[] = [];

function fileOf(name: string, type: string, content: BlobPart): File {
  return new File([content], name, { type });
}

const FACTORIES: Readonly<Record<Row['transport'], TransportFactory>> = {
  'real server': socketIo,
  polling: polling(),
  'loopback with capabilities off': loopback({
    pace: 0,
    capabilities: { notices: false, userData: false, files: null },
  }),
};

const undo: (() => void)[] = [];
afterEach(() => {
  for (const back of undo.splice(0).reverse()) back();
  cleanUp();
});

function pageOf({ transport, webchat = {}, bent }: Row): OldPage {
  const factory = FACTORIES[transport];
  return install(webchat, {
    transport: (sink, options) => {
      const inner = factory(sink, options);
      const change = bent?.(inner) ?? {};
      return new Proxy(inner, {
        get: (target, name: keyof Transport) => {
          const value = change[name] ?? target[name];
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  });
}

const settled = (promise: Promise<unknown>): Promise<Outcome> =>
  promise.then(
    (value) => ({ status: 'resolved', value }),
    (error: unknown) => ({ status: 'rejected', value: error }),
  );

/** Gives one command in one way. */
async function give(way: Way, command: string, row: Row, page: OldPage): Promise<Outcome> {
  const options: unknown = typeof row.options === 'function' ? (row.options as () => unknown)() : row.options;
  if (way === 'the element') {
    const outcome = await settled(
      (page.chat as unknown as Record<string, (given?: unknown) => Promise<unknown>>)[command]!(options),
    );
    if (outcome.status === 'resolved') return outcome;
    expect(outcome.value, `${command} rejects with a ChatError`).to.have.property('name', 'ChatError');
    return outcome;
  }
  if (row.privately) {
    const bus = new Bus(Promise.resolve(), (error) => expect.fail(String(error)));
    const host = new HostPort(page.chat);
    const { config } = readConfig({}, true);
    registerService(bus, { host, config, session: new SessionPart(bus, host, config) });
    undo.push(() => host.release());
    return settled(Promise.resolve(bus.command('WebChatService', `WebChatService.${command}`, options)));
  }
  return settled(Promise.resolve(page.plugin.command(`WebChatService.${command}`, options)));
}

/** What the shapes of the contract mean. */
function fits(way: Way, { status, returns = '' }: Documented, value: unknown): boolean {
  const has = (...names: readonly string[]): boolean =>
    names.every((name) => typeof value === 'object' && value !== null && name in value);
  if (returns.startsWith('server response')) return has('code', 'message');
  if (status === 'rejected') return returns === 'n/a' || returns === 'undefined';
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
  if (returns.startsWith('Agent per id')) return typeof value === 'object' && value !== null;
  return returns === 'n/a';
}

describe('the contract: every command and every outcome', () => {
  for (const [command, { outcomes = [] }] of Object.entries(contract.commands))
    for (const documented of outcomes)
      for (const way of ['the bus', 'the element'] as const) {
        const { status, when, text } = documented;
        const row = ROWS[command]?.[when];
        if (row && way === 'the element' && (row.notOnElement ?? row.inside)) continue;
        if (NOT_YET.includes(command)) continue;
        it(`${command} through ${way}, ${row?.transport}: ${status} when ${when}`, async () => {
          if (!row) throw new Error('has no row');
          if (command === 'restore' && when === 'session found') kept = await elsewhere();
          const page = pageOf(row);
          if (row.inside) Object.assign(page.chat, { [command]: row.inside.verb });
          await row.arrange?.(page);
          const outcome = await give(way, command, row, page);
          const { value } = outcome;
          const said = value instanceof Error ? value.message : value;
          expect(outcome.status, JSON.stringify(said)).to.equal(status);
          if (text) expect(said).to.equal(text.WID.replace('<DATATYPE>', 'string'));
          else expect(fits(way, documented, value), `${documented.returns}: ${JSON.stringify(value)}`).to.equal(true);
          if (page.chat.state.current !== undefined && page.chat.state.connection.status === 'online')
            await page.chat.endChat().catch(() => undefined);
        });
      }

  it('has a row for each of the 24 commands, and for nothing that is not documented', () => {
    const named = Object.keys(contract.commands).filter((name) => contract.commands[name]!.outcomes);
    // The configuration is a command with nothing to come back from.
    expect([...named, 'configure'].sort()).to.deep.equal(Object.keys(contract.commands).sort());
    expect(Object.keys(contract.commands)).to.have.length(24);
    expect(Object.keys(ROWS).sort()).to.deep.equal(named.sort());
    for (const [command, rows] of Object.entries(ROWS))
      expect(Object.keys(rows).sort()).to.deep.equal(
        contract.commands[command]!.outcomes!.map(({ when }) => when).sort(),
        command,
      );
  });

  it('lists the verbs that the element really lacks', () => {
    const chat = document.createElement('live-chat');
    expect(Object.keys(ROWS).filter((name) => !(name in chat))).to.deep.equal(NOT_YET);
  });

  it('takes a configuration once: a second time rejects, and changes nothing', async () => {
    const page = install({ userData: { a: 1 } });
    const outcome = await settled(Promise.resolve(page.plugin.command('WebChatService.configure', {})));
    expect(outcome.status).to.equal('rejected');
    expect(String(outcome.value)).to.match(/configured already/);
  });

  it('takes an input from a jQuery object', async () => {
    put(document.createElement('textarea'));
    const page = install({});
    const command = page.plugin.command('WebChatService.registerTypingPreviewInput', { input: jQueryLike('textarea') });
    expect((await settled(Promise.resolve(command))).status).to.equal('resolved');
  });
});

// ── Events ───────────────────────────────────────────────────────────────────────────────────────────────────────

const DOM_NAMES = new Map(
  (Object.entries(EVENTS) as [string, EventRow][]).flatMap(([name, { wcs }]) => (wcs ? [[wcs, name] as const] : [])),
);

/** What was told of each event, over all scenes: its data on the bus, and its detail on the element. */
const onBus = new Map<string, unknown>();
const onElement = new Map<string, unknown>();

/** Watches every documented event of a page; gives their names in the order of the bus. */
function watch({ bus, chat }: OldPage): string[] {
  const told: string[] = [];
  for (const name of Object.keys(contract.events)) {
    bus.subscribe(`WebChatService.${name}`, ({ data }) => {
      told.push(name);
      onBus.set(name, data);
    });
    chat.addEventListener(DOM_NAMES.get(name) ?? '', (event) => onElement.set(name, (event as CustomEvent).detail));
  }
  return told;
}

/** The names that the documented data must have. */
function namesIn(data: string | undefined): readonly string[] {
  if (data === undefined) return [];
  if (data.startsWith('server response')) return ['code', 'message'];
  return [...data.split('}')[0]!.matchAll(/(?:\{|,) ?(\w+)/g)].map((match) => match[1]!);
}

/** Lets no request through until it is called off. */
function offline(): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('no network'));
  const back = (): void => void (globalThis.fetch = real);
  undo.push(back);
  return back;
}

const remoteId = ({ chat }: OldPage): string => Object.values(chat.state.conversations)[0]!.remoteId!;
/** An entry that none of our servers writes, after the last one. */
const after = ({ chat }: OldPage) => {
  const { last } = Object.values(chat.state.conversations)[0]!.log;
  return { seq: last + 1, prev: last, at: Date.now() };
};

describe('the contract: every event', function () {
  // The documented time-outs run their real time.
  this.timeout(60_000);

  it('real server: those of a conversation, in their order', async () => {
    const page = install({});
    const told = watch(page);
    const ada = await Desk.signIn('ada');
    undo.push(() => ada.close());
    await page.chat.startChat({ nickname: 'Jonny' });
    const conversation = remoteId(page);
    await ada.ask('accept', { conversation });
    await until(() => told.includes('agentConnected'));
    ada.types(conversation, true);
    await until(() => told.includes('agentTypingStarted'));
    ada.types(conversation, false);
    await until(() => told.includes('agentTypingStopped'));
    const boss = await Desk.signIn('boss');
    undo.push(() => boss.close());
    await boss.ask('join', { conversation, silent: false });
    await until(() => told.includes('supervisorConnected'));
    await boss.ask('leave', { conversation });
    await until(() => told.includes('supervisorDisconnected'));
    await page.chat.sendTyping({ Message: 'hel' });
    await until(() => told.includes('clientTypingStopped'), 10_000);
    // The sign that it stopped never comes.
    ada.types(conversation, true);
    await until(() => told.includes('agentTypingTimeout'), 20_000);
    await ada.ask('transfer', { conversation });
    await until(() => told.includes('agentDisconnected'));
    await page.chat.endChat();
    await until(() => told.includes('ended'));
    const order = ['ready', 'started', 'clientConnected', 'agentConnected', 'agentTypingStarted', 'agentTypingStopped'];
    const late = ['supervisorConnected', 'supervisorDisconnected', 'clientTypingStarted', 'clientTypingStopped'];
    const end = ['agentTypingTimeout', 'agentDisconnected', 'clientDisconnected', 'ended'];
    const wanted = [...order, ...late, ...end];
    expect(wanted.map((name) => told.indexOf(name))).to.deep.equal(
      wanted.map((name) => told.indexOf(name)).sort((a, b) => a - b),
      told.join(),
    );
    expect(wanted.filter((name) => !told.includes(name))).to.deep.equal([]);
    expect(told).to.include('messageReceived');
  });

  it('polling: those of the connection, in their order', async () => {
    const page = install({}, { transport: polling({ pollExceptionLimit: 1 }) });
    const told = watch(page);
    await active(page);
    await until(() => told.includes('pollingStarted'));
    const back = offline();
    // What waits for news is given up, and asked anew.
    await page.chat.stopPoll();
    await page.chat.startPoll();
    await until(() => told.includes('chatServerWentOffline'), 20_000);
    back();
    await until(() => told.includes('reconnected'), 20_000);
    const family = told.filter((name) => /connection|offline|online|^disc|reco|polling/i.test(name));
    const first = (name: string): number => family.indexOf(name);
    for (const [before, later] of [
      ['pollingStarted', 'pollingStopped'],
      ['pollingStopped', 'disconnected'],
      ['disconnected', 'connectionPending'],
      ['connectionPending', 'chatServerWentOffline'],
      ['chatServerWentOffline', 'chatServerBackOnline'],
      ['chatServerBackOnline', 'connectionRestored'],
      ['connectionRestored', 'reconnected'],
    ] as const)
      expect(first(before), `${before} before ${later}: ${family.join()}`).to.be.lessThan(first(later));
    await page.chat.endChat();
  });

  it('polling: a conversation that comes back while the server is away', async () => {
    const sessionData = await elsewhere();
    const page = install(ASYNC, { transport: polling({ pollExceptionLimit: 1 }) });
    const told = watch(page);
    const back = offline();
    const restored = page.chat.restore({ sessionData });
    await until(() => told.includes('restoredOffline'), 20_000);
    back();
    await restored;
    await until(() => told.includes('chatServerBackOnline'), 20_000);
    expect(told.indexOf('restoredOffline')).to.be.lessThan(told.indexOf('chatServerBackOnline'));
    expect(onBus.get('restored')).to.deep.equal({ async: true });
    await page.chat.endChat();
  });

  it('real server: what could not be started or restored', async () => {
    const page = pageOf({ ...real, webchat: ASYNC, bent: () => ({ start: refusing('blocked') }) });
    const told = watch(page);
    await settled(page.chat.startChat());
    await until(() => told.includes('error'));
    await settled(page.chat.restore(gone));
    await until(() => told.includes('restoreFailed'));
  });

  it('real server: a visitor who was away for longer than a minute', async () => {
    const sessionData = await elsewhere();
    localStorage.setItem('live-chat-elements/genesys/left', String(Date.now() - 61_000));
    const page = install({ dataURL: 'https://chat.example/2/chat' });
    const told = watch(page);
    expect((await settled(page.chat.restore({ sessionData }))).status).to.equal('rejected');
    await until(() => told.includes('restoreTimeout'));
    expect(told.indexOf('restoreTimeout')).to.be.lessThan(told.indexOf('restoreFailed'));
  });

  it('loopback: bots, which this server has none of', async () => {
    let emit: Parameters<TransportFactory>[0]['emit'] | undefined;
    const page = install(
      {},
      {
        transport: (sink, options) => {
          ({ emit } = sink);
          return FACTORIES['loopback with capabilities off'](sink, options);
        },
      },
    );
    const told = watch(page);
    await active(page);
    await until(() => told.includes('botConnected'));
    const from = { id: 'loopback', role: 'bot', name: 'Loopback' } as const;
    emit!.call(undefined, { type: 'entry', remoteId: remoteId(page), entry: { ...after(page), type: 'leave', from } });
    await until(() => told.includes('botDisconnected'));
  });

  it('has told all 30 of them, on the bus with the documented data and on the element', () => {
    const names = Object.keys(contract.events);
    expect(names).to.have.length(30);
    expect(names.filter((name) => !onBus.has(name))).to.deep.equal([]);
    // It is told in the moment in which the element is made: the tests of the element hear it.
    expect(names.filter((name) => name !== 'ready' && !onElement.has(name))).to.deep.equal([]);
    for (const [name, { data }] of Object.entries(contract.events)) {
      const keys = Object.keys(onBus.get(name) as object).filter((key) => key !== 'data');
      expect(keys.sort(), name).to.deep.equal([...namesIn(data)].sort());
    }
  });
});

// ── Configuration ────────────────────────────────────────────────────────────────────────────────────────────────

const nothing = (): undefined => undefined;

/** A value for every documented option, by its path; a path that the contract gets and this lacks fails. */
const VALUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  v2: {
    apikey: 'k',
    endpoint: 'Environment',
    dataURL: 'https://chat.example/2/chat',
    enableCustomHeader: true,
    userData: { a: 1 },
    ajaxTimeout: 4000,
    'xhrFields.withCredentials': false,
    pollExceptionLimit: 4,
    restoreTimeout: 50_000,
  },
  v3: {
    'transport.type': 'pureengage-v3-rest',
    'transport.dataURL': 'https://chat.example/nexus/v3/chat/sessions',
    'transport.endpoint': 'e',
    'transport.headers.x-api-key': 'k',
    'transport.async.enabled': true,
    'transport.async.setSessionData': nothing,
    'transport.async.getSessionData': nothing,
    'transport.async.deleteSessionData': nothing,
    userData: { a: 1 },
    ajaxTimeout: 4000,
  },
  cloud: {
    'transport.type': 'purecloud-v2-sockets',
    'transport.dataURL': 'https://chat.example',
    'transport.deploymentKey': 'd',
    'transport.orgGuid': 'o',
    'transport.pagination': true,
    'transport.maxMessagePageSize': 50,
    'transport.interactionData.routing.targetType': 'QUEUE',
    'transport.interactionData.routing.targetAddress': 'q',
    'transport.interactionData.routing.priority': 2,
    'transport.interactionData.routing.skills': ['s'],
    'transport.interactionData.routing.language': 'l',
    userData: { a: 1 },
  },
  ui: {
    emojis: true,
    actionsMenu: true,
    'autoInvite.enabled': false,
    'autoInvite.timeToInviteSeconds': 10,
    'autoInvite.inviteTimeoutSeconds': 30,
    'chatButton.enabled': true,
    'chatButton.template': '<div>CHAT NOW</div>',
    'chatButton.effect': 'fade',
    'chatButton.openDelay': 1000,
    'chatButton.effectDuration': 300,
    'chatButton.hideDuringInvite': true,
  },
};

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown>)?.[name], value);

function objectOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    const last = names.pop()!;
    let inner = whole;
    for (const name of names) inner = (inner[name] ??= {}) as Record<string, unknown>;
    inner[last] = value;
  }
  return whole;
}

/** The options of a form by their paths: those that the contract lists, and the fields of what it lists as an object. */
const documentedPaths = (form: string): readonly string[] =>
  Object.entries(contract.config[form] ?? {})
    // Notes, objects that hold others of the list, and what those functions are handed.
    .filter(([path]) => !['note', 'Cookie', 'transport', 'transport.async', 'transport.headers'].includes(path))
    .flatMap(([path, text]) => {
      const fields = /^\{ (.*) \}/.exec(String(text))?.[1] ?? '';
      const names = [...fields.matchAll(/(\w+): /g)].map(([, name]) => `${path}.${name}`);
      return names.length > 0 ? names : [path.replace("headers['x-api-key']", 'headers.x-api-key')];
    });

describe('the contract: every configuration option', () => {
  it('has values for each form of configuration', () => {
    expect(Object.keys(VALUES).sort()).to.deep.equal(Object.keys(contract.config).sort());
  });

  for (const [form, values] of Object.entries(VALUES))
    it(`${form}: each reaches the transport as the page wrote it`, async () => {
      let told: unknown;
      const page = install(objectOf(values), {
        transport: (sink, options) => {
          told = options.config;
          return socketIo(sink, options);
        },
      });
      await active(page);
      for (const [path, value] of Object.entries(values)) expect(at(told, path), path).to.deep.equal(value);
      expect(Object.keys(values).sort()).to.deep.equal([...documentedPaths(form)].sort());
      await page.chat.endChat();
    });
});
