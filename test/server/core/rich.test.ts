import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SAMPLES } from '../../helpers/rich-samples.js';
import { entriesOf, World } from './world.js';

async function begun() {
  const world = await World.open();
  const { tab, conversation } = await world.visitor();
  const ann = await world.desk('ann');
  await ann.accept(conversation);
  /** What the agent sends, and where it was stored. */
  const offer = async (rich: object, text = 'Red or blue?') => {
    const [result] = await ann.send(conversation, [{ id: world.id(), type: 'message', text, rich }]);
    return result;
  };
  const choose = async (of: number, ids: readonly string[], values?: object, id: string = world.id()) =>
    (
      await tab.send(conversation, [
        { id, type: 'message', text: 'Blue', choice: { of, ids, ...(values && { values }) } },
      ])
    )[0];
  const entries = () => entriesOf(tab.heard);
  return { world, tab, ann, conversation, offer, choose, entries };
}

describe('rich messages', () => {
  test('of every kind reach the visitor as they were sent, with their text', async () => {
    const { world, offer, entries } = await begun();
    for (const rich of Object.values(SAMPLES)) {
      assert.equal((await offer(rich))?.status, 'stored', rich.kind);
      const { rich: came, text } = entries().at(-1);
      assert.deepEqual([came, text], [rich, 'Red or blue?']);
    }
    await world.close();
  });

  test('are refused where they are wrong, with the field, and from visitors', async () => {
    const { world, tab, conversation, offer } = await begun();
    const bad = await offer({ ...SAMPLES.link, url: 'javascript:alert(1)' });
    assert.deepEqual([bad?.status, bad?.code, bad?.field], ['refused', 'bad-request', 'rich.url']);
    assert.equal((await offer({ v: 1, kind: 'hologram' }))?.code, 'bad-request');
    assert.equal((await offer(SAMPLES.buttons, ' '))?.code, 'empty', 'without a text, old clients would show nothing');
    const [own] = await tab.send(conversation, [{ id: 'x', type: 'message', text: 'x', rich: SAMPLES.buttons }]);
    assert.deepEqual([own?.code, own?.field], ['not-allowed', 'rich']);
    await world.close();
  });
});

describe('choices', () => {
  test('are messages of the visitor that name the entry and what was chosen in it', async () => {
    const { world, offer, choose, entries, conversation } = await begun();
    const seq = (await offer(SAMPLES['quick-replies']))?.seq ?? 0;
    assert.equal((await choose(seq, ['blue']))?.status, 'stored');
    assert.deepEqual(entries().at(-1).choice, { of: seq, ids: ['blue'] });
    assert.equal((await world.log(conversation)).at(-1), 'visitor: Blue');
    await world.close();
  });

  test('are taken once: repeated they are duplicates, and a second one is refused', async () => {
    const { world, offer, choose } = await begun();
    const seq = (await offer(SAMPLES['quick-replies']))?.seq ?? 0;
    assert.equal((await choose(seq, ['blue'], undefined, 'c-1'))?.status, 'stored');
    assert.equal((await choose(seq, ['blue'], undefined, 'c-1'))?.status, 'duplicate');
    const second = await choose(seq, ['red']);
    assert.deepEqual([second?.status, second?.code, second?.field], ['refused', 'already-chosen', 'choice.of']);
    const again = (await offer({ ...SAMPLES['quick-replies'], once: false }))?.seq ?? 0;
    assert.equal((await choose(again, ['red']))?.status, 'stored');
    assert.equal((await choose(again, ['blue']))?.status, 'stored');
    await world.close();
  });

  test('are refused when they do not fit, are of no rich message, or not the visitor’s', async () => {
    const { world, ann, conversation, offer, choose } = await begun();
    const seq = (await offer(SAMPLES.form))?.seq ?? 0;
    assert.equal((await choose(seq, [], { way: 'post' }))?.field, 'choice.values.name');
    assert.equal((await choose(seq, ['x'], { name: 'Bo' }))?.field, 'choice.ids');
    assert.equal((await choose(1, ['x']))?.field, 'choice.of');
    assert.equal((await choose(seq + 50, ['x']))?.field, 'choice.of');
    const [own] = await ann.send(conversation, [{ id: 'x', type: 'message', text: 'x', choice: { of: seq, ids: [] } }]);
    assert.deepEqual([own?.code, own?.field], ['not-allowed', 'choice']);
    assert.equal((await choose(seq, [], { name: 'Bo' }))?.status, 'stored');
    await world.close();
  });

  test('come too late once the time of a menu is over', async () => {
    const { world, offer, choose } = await begun();
    const seq = (await offer(SAMPLES.menu))?.seq ?? 0;
    await world.clock.advance(61_000);
    assert.equal((await choose(seq, ['stay']))?.code, 'expired');
    await world.close();
  });
});
