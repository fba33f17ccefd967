import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransportError } from '../../src/session/transport.js';
import { World } from '../helpers/visitor.js';

test('a running conversation comes back after a reload, in every phase', async () => {
  for (const phase of ['queued', 'active'] as const) {
    const world = new World();
    const tab = world.tab();
    const first = await tab.load().started();
    if (phase === 'active') world.server.room.join();
    world.server.room.say('hello');
    await world.clock.advance(100);
    const second = tab.load();
    assert.equal(await second.chat.recover(), first.current.key);
    assert.equal(second.current.phase, 'restoring');
    await world.clock.advance(500);
    assert.deepEqual([second.current.phase, second.texts], [phase, ['hello']]);
    assert.deepEqual(
      second.told.filter(
        (name) => name.startsWith('chat-restored') || name === 'chat-started' || name === 'chat-queued',
      ),
      ['chat-restored'],
    );
  }
});

test('a conversation that was being ended is ended after a reload', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  void first.chat.endChat().catch(() => undefined);
  await world.clock.advance(100);
  assert.equal(first.current.phase, 'ending');
  const second = tab.load();
  await second.chat.recover();
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual([second.current.phase, second.current.ended?.by], ['ended', 'visitor']);
});

test('a conversation that ended while the page was away shows what was said and who ended it', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  world.server.room.say('bye');
  world.server.room.end('agent');
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual([second.current.phase, second.current.ended?.by, second.texts], ['ended', 'agent', ['bye']]);
  assert.deepEqual(
    [[...world.disk.rows.keys()], world.marker],
    [[], false],
    'and the next page has nothing to come back to',
  );
  assert.equal(second.state.connection.reason, 'idle');
});

test('with nothing stored there is nothing to come back to, and the marker is cleared', async () => {
  const world = new World();
  world.marker = true;
  const page = world.page();
  assert.equal(await page.chat.recover(), undefined);
  assert.deepEqual([world.marker, world.network.opens], [false, 0]);
});

test('a restore that the server denies puts the unsent text back into the draft and forgets the conversation', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('one');
  first.say('two');
  first.perform('chat-draft-request', { text: 'half a th' });
  await world.clock.advance(1_000);
  const second = tab.load();
  await second.chat.recover();
  world.server.rooms.clear();
  world.server.restart();
  await world.clock.advance(10_000);
  assert.equal(second.state.current, undefined);
  assert.deepEqual(second.state.view.drafts, { '': 'one\ntwo\nhalf a th' });
  assert.ok(second.told.includes('chat-restore-failed'));
  assert.equal(second.state.lost, 'denied', 'it stands there until another conversation begins');
  assert.deepEqual([[...world.disk.rows.keys()], world.marker], [[], false]);
  // Kept over the next reload, too.
  const third = tab.load();
  await third.chat.recover();
  assert.deepEqual(third.state.view.drafts, { '': 'one\ntwo\nhalf a th' });
});

test('a conversation that the server denies in mid-session stays readable, and its unsent text goes back to the composer', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.say('read me');
  await world.clock.advance(100);
  world.server.stop();
  await world.clock.advance(10);
  page.say('too late');
  await world.clock.advance(100);
  world.server.rooms.clear();
  world.server.restart();
  await world.clock.advance(10_000);
  assert.deepEqual(
    [page.current.phase, page.current.error, page.texts, page.echoes],
    ['ended', 'denied', ['read me'], []],
  );
  assert.deepEqual(page.state.view.drafts, { '': 'too late' });
  assert.equal(world.marker, false);
});

test('a conversation that is revoked on a live line ends at once, and what waits goes back to the composer', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.judge = (item) => ({ id: item.id, status: 'later', retryAfter: 60_000 });
  page.say('waits');
  await world.clock.advance(100);
  const { room } = world.server;
  room.revoked = true;
  for (const line of world.server.lines) line.push({ type: 'revoked', remoteId: room.remoteId });
  await world.clock.advance(1_000);
  assert.deepEqual([page.current.phase, page.current.error, page.state.view.drafts['']], ['ended', 'denied', 'waits']);
  assert.equal(page.state.connection.reason, 'idle');
});

test('a credential that another tab renewed in the meantime is used', async () => {
  const world = new World();
  world.server.rotates = true;
  world.channel = false;
  const [a, b] = [await world.page().started(), world.page()];
  await b.chat.recover();
  await world.clock.advance(500);
  // From now on only the newest counts.
  for (let i = 0; i < 15; i++) {
    for (const transport of world.network.transports) {
      transport.cut();
      await world.clock.advance(15_000);
    }
  }
  assert.deepEqual([a.state.connection.status, b.state.connection.status], ['online', 'online']);
  world.server.room.say('both');
  await world.clock.advance(100);
  assert.ok(a.texts.includes('both') && b.texts.includes('both'));
});

test('a credential that another tab is just writing down is waited for', async () => {
  const world = new World();
  const page = await world.page().started();
  const record = world.disk.under('conversation/')[0] ?? '';
  const stored = JSON.parse(world.disk.rows.get(record) ?? '{}') as Record<string, unknown>;
  world.server.room.credentials = ['renewed elsewhere'];
  world.network.cut();
  await world.clock.advance(600);
  world.disk.rows.set(record, JSON.stringify({ ...stored, credential: 'renewed elsewhere' }));
  await world.clock.advance(3_000);
  assert.deepEqual([page.current.phase, page.state.connection.status], ['queued', 'online']);
});

test('a refusal while the store can not be read is doubted: another tab may have the newer credential', async () => {
  const world = new World();
  const page = await world.page().started();
  const record = world.disk.under('conversation/')[0] ?? '';
  const stored = JSON.parse(world.disk.rows.get(record) ?? '{}') as Record<string, unknown>;
  world.server.room.credentials = ['renewed elsewhere'];
  world.disk.fault = (call) => (call === 'get' ? 'reject' : 'ok');
  world.network.cut();
  await world.clock.advance(1_500);
  assert.equal(page.current.phase, 'queued');
  world.disk.rows.set(record, JSON.stringify({ ...stored, credential: 'renewed elsewhere' }));
  world.disk.fault = () => 'ok';
  await world.clock.advance(10_000);
  assert.deepEqual([page.current.phase, page.state.connection.status], ['queued', 'online']);
});

test('a store that can never be read does not keep a dead conversation alive for ever', async () => {
  const world = new World();
  const page = await world.page().started();
  world.server.room.credentials = ['nobody has it'];
  world.disk.fault = (call) => (call === 'get' ? 'reject' : 'ok');
  world.network.cut();
  await world.clock.advance(120_000);
  assert.equal(page.current.phase, 'ended');
});

test('a start answered before, whose answer leaves the credential out, does not overwrite the one that is stored', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  // As if the tab had died after the server's answer and before the answer was written down, while another tab wrote it.
  const name = `conversation/${first.current.key}`;
  const full = world.disk.rows.get(name) ?? '';
  const record = JSON.parse(full) as Record<string, unknown>;
  world.disk.rows.set(name, JSON.stringify({ ...record, remoteId: undefined, credential: undefined }));
  const { start } = world.server;
  world.server.start = (...args) => ({ ...start.apply(world.server, args), credential: undefined });
  const second = tab.load();
  await second.chat.recover();
  world.disk.rows.set(name, full);
  await world.clock.advance(1_000);
  assert.equal(
    (JSON.parse(world.disk.rows.get(name) ?? '{}') as Record<string, unknown>)['credential'],
    record['credential'],
  );
});

test('a store that can not be read when the page loads is read again later', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  world.disk.fault = () => 'reject';
  const second = tab.load();
  assert.equal(await second.chat.recover(), undefined);
  assert.deepEqual([second.state.storage, world.marker], ['memory', true]);
  world.disk.fault = () => 'ok';
  await world.clock.advance(5_000);
  assert.equal(second.current.phase, 'queued');
});

test('two restores at once are one', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  const second = tab.load();
  assert.deepEqual(await Promise.all([second.chat.recover(), second.chat.recover()]), [
    first.current.key,
    first.current.key,
  ]);
  await world.clock.advance(500);
  assert.equal(world.server.count('resume'), 1);
});

test('a restore tells of the running conversation only, never of one that is over', async () => {
  const world = new World();
  const page = await world.page().started();
  assert.equal(await page.chat.recover(), page.current.key);
  world.server.unheard(() => undefined);
  world.server.room.end();
  await world.clock.advance(500);
  assert.equal(await page.chat.recover(), undefined);
});

test('a restore never takes the place of the conversation that runs here', async () => {
  const world = new World();
  const page = await world.page().started();
  const { key } = page.current;
  world.disk.rows.set(
    'conversation/other',
    JSON.stringify({ key: 'other', startKey: 'secret', startedAt: Date.UTC(2030, 0), profile: {}, userData: {} }),
  );
  await page.chat.recover();
  assert.equal(page.current.key, key);
});

test('records that can not be understood are left out', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  for (const [name, value] of [
    ['a', '{"key":'],
    ['b', 'null'],
    ['c', '[]'],
    ['d', '{"key":1,"startKey":"s","startedAt":2,"profile":{},"userData":{}}'],
    ['e', '{"key":"e","startKey":"s","startedAt":9e15,"profile":null,"userData":{}}'],
    ['f', '{"key":"f","startedAt":9e15,"profile":{},"userData":{}}'],
  ] as const)
    world.disk.rows.set(`conversation/${name}`, value);
  const second = tab.load();
  assert.equal(await second.chat.recover(), first.current.key);
  await world.clock.advance(500);
  assert.deepEqual([Object.keys(second.state.conversations), second.reports], [[first.current.key], []]);
});

test('an older conversation with unsent text is brought to its end beside the new one', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  const old = first.current.remoteId ?? '';
  world.server.stop();
  await world.clock.advance(10);
  first.say('unsent');
  await world.clock.advance(100);
  // Another tab, which never heard of it, began a newer one.
  world.disk.rows.set(
    'conversation/newer',
    JSON.stringify({ key: 'newer', startKey: 'secret', startedAt: world.clock.now() + 5, profile: {}, userData: {} }),
  );
  world.server.restart();
  const second = tab.load();
  assert.equal(await second.chat.recover(), 'newer');
  await world.clock.advance(5_000);
  assert.equal(second.current.key, 'newer');
  assert.deepEqual(
    world.server.rooms
      .get(old)
      ?.log()
      .flatMap((entry) => (entry.type === 'message' ? [entry.text] : [])),
    ['unsent'],
  );
});

test('an older conversation that is gone gives its text to the composer of the one that runs', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('unsent');
  await world.clock.advance(100);
  world.server.rooms.clear();
  const newer = { key: 'newer', startKey: 'secret', startedAt: world.clock.now() + 5, profile: {}, userData: {} };
  world.disk.rows.set('conversation/newer', JSON.stringify(newer));
  world.server.restart();
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual([second.current.key, second.state.view.drafts], ['newer', { newer: 'unsent' }]);
});

test('an older conversation that is found while the line is up is brought up, too', async () => {
  const world = new World();
  const page = await world.page().started();
  const other = await world.page().started();
  assert.equal(other.current.key, page.current.key);
  // A third page, in a store that could not be read, has begun one of its own; now it can be read.
  const key = 'another';
  world.disk.rows.set(
    `conversation/${key}`,
    JSON.stringify({ key, startKey: 'secret', startedAt: 1, profile: {}, userData: {} }),
  );
  await page.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual([page.state.conversations[key]?.phase, page.current.key], ['queued', other.current.key]);
});

test('a reload in the middle of a restore is a restore', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  for (let i = 0; i < 3; i++) {
    const page = tab.load();
    await page.chat.recover();
    await world.clock.advance(1_000);
    assert.deepEqual([page.current.key, page.current.phase], [first.current.key, 'restoring']);
    world.server.restart();
    await world.clock.advance(i === 2 ? 10_000 : 0);
    if (i < 2) world.server.stop();
    else assert.equal(page.current.phase, 'queued');
  }
});

test('a text that the last page had taken, and not yet cleared from its composer, is not in both places', async () => {
  const world = new World();
  const tab = world.tab();
  const first = await tab.load().started();
  world.server.stop();
  await world.clock.advance(10);
  first.say('hello');
  await world.clock.advance(1_000);
  tab.drafts.rows.set(`draft/${first.current.key}`, 'hello');
  const second = tab.load();
  await second.chat.recover();
  await world.clock.advance(1_000);
  assert.deepEqual([second.echoes, second.state.view.drafts], [['hello:queued'], {}]);
});

test('a restore that the server puts off shows trouble and goes on', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.load().started();
  const second = tab.load();
  world.server.refuse = (verb) => (verb === 'resume' ? new TransportError('again', 'unavailable') : undefined);
  await second.chat.recover();
  await world.clock.advance(5_000);
  assert.deepEqual([second.current.phase, second.state.connection.reason], ['restoring', 'unavailable']);
  world.server.refuse = () => undefined;
  await world.clock.advance(10_000);
  assert.equal(second.current.phase, 'queued');
});
