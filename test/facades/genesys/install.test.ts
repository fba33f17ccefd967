import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installBus, type BusEvent, type GenesysBus } from '../../../src/facades/genesys/index.js';
import { ChatError, createChat } from '../../../src/session/index.js';
import { loopback } from '../../../src/transports/loopback/index.js';
import { outcomeOf, rig, settle } from './rig.js';

test('the bus is there at once, and everything is taken off again', async () => {
  const { page, bus, uninstall } = rig();
  assert.equal(page.CXBus, bus);
  const heard: BusEvent[] = [];
  bus.subscribe('WebChatService.started', (event) => heard.push(event));
  uninstall();
  assert.deepEqual([Object.keys(page), Object.keys(page._genesys.widgets)], [['_genesys'], []]);
  const { value } = await outcomeOf(bus.command('WebChatService.startChat'));
  assert.match(String(value), /uninstalled/);
  assert.deepEqual(heard, []);
});

test('a page that has no names of ours is left without them', () => {
  const page: Record<string, unknown> = {};
  const chat = createChat({ transport: loopback() });
  const uninstall = installBus({ host: chat, page });
  assert.deepEqual(Object.keys(page), ['_genesys', 'CXBus']);
  uninstall();
  uninstall();
  chat.release();
  assert.deepEqual(page, {});
});

test('a second bus is refused with the remedy', () => {
  const { page, chat } = rig();
  assert.throws(() => installBus({ host: chat, page }), /bus is there already: install once/);
});

test('extensions and onReady are called in order, with the bus, before waiting commands run', async () => {
  const order: unknown[] = [];
  const jQuery = (): void => undefined;
  const { bus, plugin } = rig({
    globals: { jQuery },
    widgets: {
      extensions: {
        First: ($: unknown, CXBus: GenesysBus, Common: unknown) => {
          order.push($ === jQuery, typeof Common);
          const own = CXBus.registerPlugin('First');
          own.registerCommand('hello', ({ deferred }) => deferred.resolve('hello'));
          own.republish('ready');
          own.ready();
        },
        Broken: () => {
          throw new Error('of the page');
        },
        NotOne: 7,
        get Trap() {
          throw new Error('of the page');
        },
      },
      onReady: (given: unknown) => order.push(given),
    },
  });
  const said = plugin.command('First.hello').done((value: unknown) => order.push(value));
  plugin.subscribe('WebChatService.ready', () => order.push('ready'));
  await said;
  await settle();
  assert.deepEqual(order, [true, 'object', bus, 'hello', 'ready']);
});

test('ready is told once, also to those who subscribe later', async () => {
  const { hear } = rig();
  const early = hear('WebChatService.ready', 'WebChat.ready');
  await settle();
  const late = hear('WebChatService.ready');
  await settle();
  assert.deepEqual(
    [...early, ...late].map(({ event }) => event),
    ['WebChatService.ready', 'WebChat.ready', 'WebChatService.ready'],
  );
});

test('no name of a translation reaches the form, however late its words come', async () => {
  const inputs = [{ id: 'first', name: 'firstname', label: '@i18n:webchat.ChatFormFirstName' }];
  const { chat } = rig({ webchat: { form: { inputs } }, verbs: { form: undefined } });
  const asked = (): unknown => (chat as unknown as { readonly form: unknown }).form;
  assert.equal(asked(), undefined);
  while (asked() === undefined) await settle();
  assert.doesNotMatch(JSON.stringify(asked()), /@i18n/);
});

test('what is wrong with the configuration and harmless is told, and what no element shows yet', async () => {
  const { warnings } = rig({ webchat: { emojis: 'yes', actionsMenu: true, form: {}, autoInvite: { enabled: true } } });
  await settle();
  assert.deepEqual(
    warnings.map((text) => text.replace('_genesys.widgets.webchat.', '')),
    [
      'emojis must be a boolean, not string; the default is used',
      'actionsMenu: no element shows it here yet',
      'form: no element shows it here yet',
      'autoInvite: no element shows it here yet',
    ],
  );
});

test('options that an element has a property for are given to it', async () => {
  const verbs = { emojis: false, actionsMenu: false };
  const { chat, warnings } = rig({ webchat: { emojis: true, actionsMenu: true }, verbs });
  await settle();
  assert.deepEqual([(chat as unknown as typeof verbs).emojis, warnings], [true, []]);
});

test('before() is asked on every path: the bus, a verb and the composer', async () => {
  const { chat, plugin, ask, hear } = rig({ webchat: { userData: { from: 'config' } } });
  const asked: unknown[] = [];
  plugin.before('WebChatService.startChat', (options) => {
    asked.push(options);
    return { ...(options as object), nickname: 'Ada' };
  });
  plugin.before('WebChatService.sendMessage', (options) => {
    const { message } = options as { message: string };
    return message.includes('stop') ? false : { message: message.toUpperCase() };
  });
  await ask('startChat', { firstname: 'A', userData: { own: 1 } });
  assert.deepEqual(asked, [{ firstname: 'A', userData: { from: 'config', own: 1 } }]);
  assert.equal(Object.values(chat.state.conversations)[0]?.profile.nickname, 'Ada');
  const heard = hear('WebChatService.messageReceived');
  await ask('sendMessage', { message: 'one' });
  await chat.sendMessage({ message: 'two' });
  chat.perform({ type: 'chat-send-request', detail: { text: 'three' } });
  const { status, value } = await ask('sendMessage', { message: 'stop' });
  await settle();
  const texts = heard.flatMap(({ data }) =>
    (data as { messages: { text: string }[] }).messages.map(({ text }) => text),
  );
  assert.deepEqual(texts, ['ONE', 'TWO', 'THREE']);
  assert.deepEqual([status, (value as { code: string }).code], ['rejected', 'prevented']);
});

test('the events of a conversation come in the documented order, with the documented data', async () => {
  const { ask, hear, plugin } = rig({ script: { reply: (text) => `re: ${text}` } });
  const names = ['started', 'Started', 'messageReceived', 'agentConnected', 'agentTypingStarted', 'agentTypingStopped'];
  const more = ['botConnected', 'clientConnected', 'ended', 'clientTypingStarted', 'clientTypingStopped'];
  const heard = hear(...[...names, ...more].map((name) => `WebChatService.${name}`));
  plugin.subscribe('WebChatService.started', () => {
    throw new Error('of the page');
  });
  await ask('startChat', { nickname: 'Alex' });
  await settle();
  await ask('sendTyping', { Message: 'h' });
  await ask('sendMessage', { message: 'hello' });
  await settle();
  await ask('endChat');
  await settle();
  const order = [...new Set(heard.map(({ event }) => event.replace('WebChatService.', '')))];
  assert.deepEqual(order.slice(0, 2), ['started', 'Started']);
  assert.equal(order.at(-1), 'ended');
  const dataOf = (name: string): any => heard.find(({ event }) => event === `WebChatService.${name}`)?.data;
  assert.deepEqual(Object.keys(dataOf('started')), ['code', 'message', 'data']);
  assert.ok(dataOf('started').data.sessionId);
  const received = dataOf('messageReceived');
  assert.deepEqual(Object.keys(received), ['originalMessages', 'messages', 'restoring', 'sessionData']);
  const people = dataOf('botConnected') ?? dataOf('agentConnected');
  assert.equal(people.numAgentsConnected, 1);
  assert.equal(Object.values<any>(people.agents)[0].connected, true);
  assert.deepEqual(dataOf('ended'), {});
});

test('a subscriber that changes a message changes its own copy only', async () => {
  const { ask, plugin } = rig();
  const texts: string[] = [];
  plugin.subscribe('WebChatService.messageReceived', ({ data }) => {
    const { messages } = data as { messages: { text: string }[] };
    for (const message of messages) message.text = `changed ${message.text}`;
  });
  await ask('startChat');
  await ask('sendMessage', { message: 'hello' });
  await settle();
  const { value } = await ask('getTranscript');
  for (const { text } of (value as { messages: { text: string }[] }).messages) texts.push(text);
  assert.ok(texts.includes('hello') && !texts.some((text) => text.startsWith('changed')));
});

test('a chat without a window has no window commands, and says so', async () => {
  const { plugin } = rig();
  const { value } = await outcomeOf(plugin.command('WebChat.open'));
  assert.equal(value, 'This chat has no window.');
  assert.equal(plugin.data('WebChat.open'), false);
});

test('an asynchronous chat keeps the page’s store up to date and comes back to what it holds', async () => {
  const calls: unknown[] = [];
  const note =
    (name: string, answer?: unknown) =>
    (first: unknown): unknown => {
      calls.push([name, first]);
      return answer;
    };
  const restored: unknown[] = [];
  const { ask } = rig({
    webchat: {
      transport: {
        type: 'ours',
        async: {
          enabled: true,
          getSessionData: note('get', 'kept'),
          setSessionData: note('set'),
          deleteSessionData: note('delete'),
        },
      },
    },
    verbs: {
      getSessionData: () => ({ token: 't' }),
      restore: (options: unknown) => void restored.push(options),
    },
  });
  await ask('verifySession');
  await settle();
  assert.deepEqual([calls, restored], [[['get', false]], [{ sessionData: 'kept' }]]);
  await ask('startChat');
  await settle();
  assert.deepEqual(calls.slice(1), [['set', { token: 't' }]]);
});

test('commands that wait when the bus is taken off are told so', async () => {
  const page: Record<string, unknown> = {};
  const uninstall = installBus({ host: new EventTarget(), page });
  const bus = page['CXBus'] as GenesysBus;
  const waiting = outcomeOf(bus.command('WebChatService.getStats'));
  uninstall();
  assert.match(String((await waiting).value), /uninstalled/);
});

test('what a before function makes of a start is checked like everything', async () => {
  const { plugin, ask } = rig();
  plugin.before('WebChatService.startChat', () => ({ nickname: 7 }));
  const { status, value } = await ask('startChat');
  assert.equal(status, 'rejected');
  assert.match((value as { message: string }).message, /nickname must be a string/);
});

test('what a transport can not do is said in the words of the documents', async () => {
  const unsupported = () => Promise.reject(new ChatError('unsupported', 'of the test'));
  const { ask } = rig({ verbs: { sendFile: unsupported, downloadFile: unsupported } });
  assert.equal((await ask('sendFile')).value, "This transport doesn't support file uploads");
  assert.equal((await ask('downloadFile')).value, "This transport doesn't support downloadFile command.");
});

test('a tag that is not defined yet is waited for', async () => {
  const page: Record<string, unknown> = {};
  const host = new EventTarget();
  const uninstall = installBus({ host, page });
  const asked = outcomeOf((page['CXBus'] as GenesysBus).command('WebChatService.getStats'));
  await settle();
  Object.assign(host, { state: { conversations: {}, engine: 'none' }, getStats: () => 'stats' });
  host.dispatchEvent(new Event('chat-ready'));
  assert.deepEqual(await asked, { status: 'resolved', value: 'stats' });
  uninstall();
});
