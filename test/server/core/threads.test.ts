import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WireThread, WireThreadList } from '../../../src/protocol/index.js';
import type { Done } from '../../../demo/server/core/runner.js';
import { refused, World, type Desk, type Tab } from './world.js';

const done = async <T>(work: Promise<Done<T>>): Promise<T> => {
  const { data, publish } = await work;
  publish();
  return data;
};

const list = (world: World, tab: Tab, frame: object = {}): Promise<WireThreadList> =>
  done(world.service.threads.list(tab.connection, frame));

const proof = (one: { conversation: string; opened: { credential?: string | undefined } }) => ({
  conversation: one.conversation,
  credential: one.opened.credential!,
});

/** A tab of a customer who has shown a token. */
function customer(world: World, name: string): Tab {
  const tab = world.tab();
  const claims = { realm: '', issuer: 'shop', customer: name, context: {}, until: 0 };
  const known = world.service.visitors.connect(world.id(), { address: '10.0.0.1', channel: '', claims });
  return Object.assign(tab, { connection: known });
}

const begin = (world: World, desk: Desk, conversation: string, key: string, text: string) =>
  done(world.service.actions.begin(desk.me, conversation, key, text));

describe('threads', () => {
  test('tell what was said last, by whom, and how much of it is new', async () => {
    const world = await World.open();
    const one = await world.visitor({ profile: { nickname: 'Mia' } });
    const ann = await world.desk('ann');
    await ann.accept(one.conversation);
    await one.tab.say(one.conversation, 'hello');
    await ann.say(one.conversation, 'good morning', 'how can I help?');
    const { threads, next } = await list(world, world.tab(), { proofs: [proof(one)] });
    assert.equal(next, undefined);
    const [thread] = threads;
    assert.equal(thread?.conversation, one.conversation);
    assert.equal(thread?.phase, 'active');
    assert.equal(thread?.last?.text, 'how can I help?');
    assert.equal(thread?.last?.from.name, 'ann');
    assert.equal(thread?.agent?.name, 'ann');
    assert.equal(thread?.unread, 2);
    assert.equal(thread?.credential, undefined);
    await one.tab.send(one.conversation, [{ id: 'm1', type: 'mark', seen: 99 }]);
    assert.equal((await list(world, world.tab(), { proofs: [proof(one)] })).threads[0]?.unread, 0);
    await world.close();
  });

  test('are listed for whoever proves them, and for nobody else', async () => {
    const world = await World.open();
    const one = await world.visitor();
    const other = await world.visitor();
    const seen = async (frame: object): Promise<string[]> =>
      (await list(world, world.tab(), frame)).threads.map(({ conversation }) => conversation);
    assert.deepEqual(await seen({}), []);
    assert.deepEqual(await seen({ proofs: [{ conversation: one.conversation, credential: 'guessed' }] }), []);
    assert.deepEqual(await seen({ proofs: [{ ...proof(one), conversation: other.conversation }] }), []);
    assert.deepEqual(await seen({ proofs: [proof(one)] }), [one.conversation]);
    await world.close();
  });

  test('of a customer come page by page, and not by a credential that somebody else shows', async () => {
    const world = await World.open();
    const mia = customer(world, 'mia');
    const ids: string[] = [];
    const opened = [];
    for (const n of [1, 2, 3]) {
      const one = await mia.start(`key-of-at-least-22-characters-${n}`);
      opened.push(one);
      ids.unshift(one.conversation);
      await world.clock.advance(1000);
    }
    const first = await list(world, customer(world, 'mia'), { limit: 2 });
    assert.deepEqual(
      first.threads.map((one) => one.conversation),
      ids.slice(0, 2),
    );
    const second = await list(world, customer(world, 'mia'), { limit: 2, before: first.next });
    assert.deepEqual(
      second.threads.map((one) => one.conversation),
      ids.slice(2),
    );
    assert.equal(second.next, undefined);
    assert.deepEqual((await list(world, customer(world, 'tom'))).threads, []);
    const stolen = { conversation: opened[0]!.conversation, credential: opened[0]!.credential! };
    assert.deepEqual((await list(world, world.tab(), { proofs: [stolen] })).threads, []);
    await world.close();
  });

  test('are called something else and put away by their visitor, also after the end', async () => {
    const world = await World.open();
    const one = await world.visitor();
    await one.tab.send(one.conversation, [{ id: 'e1', type: 'end' }]);
    const change = (tab: Tab, more: object): Promise<WireThread> =>
      done(world.service.threads.change(tab.connection, { conversation: one.conversation, ...more }));
    assert.equal((await change(one.tab, { title: '  The broken cup ' })).title, 'The broken cup');
    assert.equal((await change(world.tab(), { credential: one.opened.credential, archived: true })).archived, true);
    const [thread] = (await list(world, world.tab(), { proofs: [proof(one)] })).threads;
    assert.deepEqual([thread?.title, thread?.archived, thread?.phase], ['The broken cup', true, 'ended']);
    assert.equal((await change(one.tab, { title: '', archived: false })).title, undefined);
    await refused(change(world.tab(), { title: 'mine now' }), 'unknown-conversation');
    await refused(change(world.tab(), { title: 'mine now', credential: 'guessed' }), 'unknown-conversation');
    await refused(change(customer(world, 'mia'), { title: 'mine now' }), 'unknown-conversation');
    await world.close();
  });

  test('that an agent begins reach the visitor of the other one, with what opens them, and nobody else', async () => {
    const world = await World.open();
    const one = await world.visitor();
    const ann = await world.desk('ann');
    await ann.accept(one.conversation);
    const { conversation } = await begin(world, ann, one.conversation, 'k1', 'Your cup has arrived');
    assert.deepEqual(await world.log(conversation), ['join visitor', 'join ann', 'agent: Your cup has arrived']);
    const { threads } = await list(world, world.tab(), { proofs: [proof(one)] });
    const begun = threads.find((thread) => thread.conversation === conversation);
    assert.equal(begun?.last?.text, 'Your cup has arrived');
    assert.equal(begun?.unread, 1);
    const tab = world.tab();
    await tab.resume(conversation, begun.credential!);
    await tab.say(conversation, 'Thank you');
    assert.equal((await world.log(conversation)).at(-1), 'visitor: Thank you');
    const again = await list(world, world.tab(), {
      proofs: [proof(one), { conversation, credential: begun.credential! }],
    });
    assert.deepEqual(
      again.threads.map(({ credential }) => credential),
      [undefined, undefined],
    );
    await world.close();
  });

  test('are begun once by an agent who asks twice, and only by who has the conversation, with a text, and room', async () => {
    const world = await World.open();
    const one = await world.visitor();
    const ann = await world.desk('ann', { capacity: 2 });
    const bob = await world.desk('bob');
    await ann.accept(one.conversation);
    const first = await begin(world, ann, one.conversation, 'k1', 'Hello');
    assert.deepEqual(await begin(world, ann, one.conversation, 'k1', 'Hello'), first);
    await refused(begin(world, bob, one.conversation, 'k1', 'Hello'), 'not-allowed');
    await refused(begin(world, ann, one.conversation, 'k2', ' \n'), 'empty');
    await refused(begin(world, ann, one.conversation, 'k2', 'x'.repeat(1_000_000)), 'too-long');
    await refused(begin(world, ann, one.conversation, 'k2', 'A third'), 'at-capacity');
    await refused(begin(world, ann, 'nowhere', 'k2', 'A third'), 'unknown-conversation');
    await world.close();
  });
});
