import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bus } from '../../../src/facades/genesys/bus.js';
import { deferredOf } from '../../../src/facades/genesys/deferred.js';
import { pluginOf } from '../../../src/facades/genesys/plugin.js';
import { outcomeOf, rig, settle } from './rig.js';

const make = (ready: Promise<void> = Promise.resolve()) => {
  const reports: unknown[] = [];
  const bus = new Bus(ready, (error) => reports.push(error));
  return { bus, reports, plugin: pluginOf(bus, 'Mine'), other: pluginOf(bus, 'Other') };
};

test('a deferred tells done, fail and always in their order, also those who come late', () => {
  const { deferred, promise } = deferredOf(assert.ifError);
  const told: string[] = [];
  promise
    .done((value: string) => told.push(`done ${value}`))
    .fail(() => told.push('fail'))
    .always(() => told.push('always'));
  assert.equal(promise.state(), 'pending');
  deferred.resolve('a').reject('b').resolve('c');
  promise
    .done(() => told.push('late'))
    .promise()
    .done([() => told.push('in an array')]);
  assert.deepEqual(told, ['done a', 'always', 'late', 'in an array']);
  assert.equal(promise.state(), 'resolved');
});

test('a deferred can be awaited, and what then() returns has done and fail', async () => {
  const good = deferredOf(assert.ifError);
  const bad = deferredOf(assert.ifError);
  good.deferred.resolve(20);
  bad.deferred.reject('no');
  assert.equal(await good.promise, 20);
  await assert.rejects(
    async () => bad.promise,
    (error) => error === 'no',
  );
  assert.equal(await good.promise.then((value) => Number(value) + 1), 21);
  assert.deepEqual(await outcomeOf(good.promise.then(() => Promise.reject(new Error('x')))), {
    status: 'rejected',
    value: new Error('x'),
  });
  assert.equal(await bad.promise.catch(() => 'mended'), 'mended');
});

test('a rejection that nobody asked for is no unhandled one', async () => {
  const unhandled: unknown[] = [];
  const listener = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', listener);
  const { deferred, promise } = deferredOf(assert.ifError);
  void promise.then(() => 1).done(() => 1);
  deferred.reject('no');
  await settle();
  process.off('unhandledRejection', listener);
  assert.deepEqual(unhandled, []);
});

test('a listener that throws is reported, and the others are told', () => {
  const reports: unknown[] = [];
  const { deferred, promise } = deferredOf((error) => reports.push(error));
  let told = 0;
  promise.done(
    () => {
      throw new Error('of the page');
    },
    () => told++,
  );
  deferred.resolve();
  assert.equal(told, 1);
  assert.equal((reports[0] as Error).message, 'of the page');
});

test('commands wait until the bus is ready, and keep their order', async () => {
  let open!: () => void;
  const { plugin, other } = make(new Promise((resolve) => (open = resolve)));
  const ran: unknown[] = [];
  plugin.registerCommand('note', ({ data, deferred }) => {
    ran.push(data);
    deferred.resolve();
  });
  const last = [1, 2, 3].map((value) => other.command('Mine.note', { value })).at(-1)!;
  await settle();
  assert.deepEqual(ran, []);
  open();
  await last;
  assert.deepEqual(ran, [{ value: 1 }, { value: 2 }, { value: 3 }]);
});

test('a handler is told who asked for what, and when', async () => {
  const { plugin, other } = make();
  plugin.registerCommand('who', ({ command, commander, time, data, deferred }) =>
    deferred.resolve([command, commander, time > 1e12, data]),
  );
  assert.deepEqual(await other.command('Mine.who'), ['Mine.who', 'Other', true, {}]);
});

test('a handler that throws rejects its command; a command that nobody has says so', async () => {
  const { plugin, reports } = make();
  plugin.registerCommand('fail', () => {
    throw new Error('broken');
  });
  assert.deepEqual(await outcomeOf(plugin.command('Mine.fail')), { status: 'rejected', value: 'broken' });
  assert.equal(reports.length, 1);
  const { value } = await outcomeOf(plugin.command('Mine.none'));
  assert.match(String(value), /no command 'Mine.none'/);
});

test('before() changes the options of a command, or cancels it; one that throws is no veto', async () => {
  const { plugin, other, reports } = make();
  plugin.registerCommand('echo', ({ data, deferred }) => deferred.resolve(data));
  const undo = [
    other.before('Mine.echo', (data) => ({ ...(data as object), a: 1 })),
    other.before('Mine.echo', () => {
      throw new Error('of the page');
    }),
    other.before('Mine.echo', (data) => void Object.assign(data as object, { b: 2 })),
  ];
  assert.deepEqual(await plugin.command('Mine.echo', { c: 3 }), { a: 1, b: 2, c: 3 });
  assert.equal(reports.length, 1);
  other.before('Mine.echo', () => false);
  assert.match(String((await outcomeOf(plugin.command('Mine.echo'))).value), /cancelled/);
  for (const back of undo) back();
});

test('a subscriber that throws does not stop the others; unsubscribing does', () => {
  const { plugin, other, reports } = make();
  const heard: unknown[] = [];
  other.subscribe('Mine.happened', () => {
    throw new Error('of the page');
  });
  const undo = other.subscribe('Mine.happened', ({ event, publisher, data }) => heard.push([event, publisher, data]));
  plugin.publish('happened', { a: 1 });
  undo();
  plugin.publish('happened', { a: 2 });
  assert.deepEqual(heard, [['Mine.happened', 'Mine', { a: 1 }]]);
  assert.equal(reports.length, 2);
});

test('republish also tells those who come later; publish does not', async () => {
  const { plugin, other } = make();
  const heard: string[] = [];
  plugin.republish('ready');
  plugin.publish('once');
  other.subscribe('Mine.ready', ({ event }) => heard.push(event));
  other.subscribe('Mine.once', ({ event }) => heard.push(event));
  assert.deepEqual(heard, []);
  await settle();
  assert.deepEqual(heard, ['Mine.ready']);
});

test('data is put under one’s own name and read under any', () => {
  const { plugin, other } = make();
  assert.equal(other.data('Mine.count'), undefined);
  plugin.data('count', 3);
  assert.equal(other.data('Mine.count'), 3);
  assert.equal(plugin.data('count'), 3);
});

test('names of objects’ own members are names like any other', async () => {
  const { bus, plugin } = make();
  const odd = pluginOf(bus, '__proto__');
  odd.registerCommand('constructor', ({ deferred }) => deferred.resolve('ran'));
  const heard: unknown[] = [];
  plugin.subscribe('__proto__.toString', ({ data }) => heard.push(data));
  odd.publish('toString', 1);
  odd.data('hasOwnProperty', 2);
  assert.equal(await plugin.command('__proto__.constructor'), 'ran');
  assert.deepEqual([heard, plugin.data('__proto__.hasOwnProperty'), plugin.data('toString')], [[1], 2, undefined]);
  assert.match(String((await outcomeOf(plugin.command('hasOwnProperty.call'))).value), /no command/);
});

test('what is no name and no function is refused with an error that says what is needed', () => {
  const { plugin } = make();
  const bad = plugin as unknown as Record<string, (...args: unknown[]) => unknown>;
  assert.throws(() => bad['command']!(7), /command: the name must be a string/);
  assert.throws(() => bad['subscribe']!('A.b'), /subscribe: a function is needed, not undefined/);
  assert.throws(() => bad['before']!('A.b', {}), /before: a function is needed/);
  assert.throws(() => bad['registerCommand']!('', () => 1), /registerCommand: the name must be/);
});

test('the debugging members list what there is', () => {
  const { plugin } = make();
  plugin.registerCommand('one', () => undefined);
  plugin.registerEvents(['a', 'b']);
  plugin.registerEvent('c');
  plugin.ready();
  plugin.subscribe('Mine.a', () => undefined);
  assert.deepEqual(
    [plugin.namespace, plugin.registry(), [...plugin.subscribers()]],
    ['Mine', ['Mine.one'], [['Mine.a', 1]]],
  );
});

test('the bus is a plugin itself, takes the loader’s calls, and keeps its own names to itself', async () => {
  const { bus } = rig();
  assert.equal(bus.namespace, 'CXBus');
  assert.equal((await outcomeOf(bus.configure({ debug: true }))).status, 'resolved');
  assert.equal((await outcomeOf(bus.loadPlugin('widgets-core'))).status, 'resolved');
  assert.equal((await outcomeOf(bus.loadPlugin('richmedia'))).status, 'rejected');
  assert.equal((await outcomeOf(bus.loadFile('https://cdn.example/x.js'))).status, 'rejected');
  assert.throws(() => bus.registerPlugin('WebChatService'), /'WebChatService' is taken/);
});
