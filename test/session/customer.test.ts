import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../../src/session/client.js';
import { Customers } from '../../src/session/customer.js';
import { memoryStore } from '../../src/session/memory.js';
import type { Fact } from '../../src/session/model/facts.js';
import type { ChatState } from '../../src/session/model/types.js';
import type { OutItem } from '../../src/session/transport.js';
import type { FieldValues } from '../../src/vocabulary/custom-fields.js';
import { KEY, Model, opened } from '../helpers/model.js';

const fields = { customer: [{ name: 'since', type: 'date' }], contact: [{ name: 'order', type: 'number' }] } as const;

function begun(running = true, store = memoryStore()) {
  const model = running ? Model.running() : new Model();
  model.apply({ type: 'capabilities', capabilities: { fields } });
  const sent: OutItem[] = [];
  let id = 0;
  const listeners: ((state: ChatState, facts: readonly Fact[]) => void)[] = [];
  const core = {
    get state() {
      return model.state;
    },
    ports: {
      store,
      random: { id: () => `id-${String(++id).padStart(22, '0')}` },
      tabs: { exclusive: (run: () => Promise<void>) => run() },
    },
    onRelease: () => undefined,
    subscribe: (listener: (typeof listeners)[number]) => listeners.push(listener),
  } as unknown as Client;
  const customers = new Customers(core, (_key, item) => {
    sent.push(item);
    return Promise.resolve({ settled: Promise.resolve() });
  });
  const start = () => {
    model.apply({ type: 'start', key: KEY, profile: {} });
    const facts = model.apply({ type: 'opened', key: KEY, opened: opened() });
    for (const listener of listeners) listener(model.state, facts);
  };
  const abouts = () => sent.flatMap((item) => (item.type === 'user-data' && item.about ? [item.about] : []));
  return { customers, abouts, start, store };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a change in a conversation is sent, and what is known is told', async () => {
  const { customers, abouts } = begun();
  const known = await customers.change({ name: 'Mia', fields: { since: '2020-02-29' }, contact: { order: 7 } });
  assert.deepEqual([known.name, known.fields], ['Mia', { since: '2020-02-29' }]);
  assert.deepEqual(abouts(), [
    { guest: known.id, name: 'Mia', customer: { since: '2020-02-29' }, contact: { order: 7 } },
  ]);
});

test('what is set before goes with the conversation that begins, once', async () => {
  const { customers, abouts, start } = begun(false);
  await customers.change({ name: 'Mia', contact: { order: 7 } });
  assert.deepEqual(abouts(), []);
  start();
  await settled();
  assert.deepEqual(
    abouts().map(({ name, contact }) => [name, contact]),
    [['Mia', { order: 7 }]],
  );
});

test('the id is of the device: the same in the next session, another on another', async () => {
  const { customers, store } = begun();
  const { id } = await customers.change();
  assert.ok(id.length >= 22);
  assert.equal((await begun(true, store).customers.change()).id, id);
});

test('what is not declared, or does not hold that, is refused with the field and the remedy', async () => {
  const { customers, abouts } = begun();
  await assert.rejects(customers.change({ fields: { since: 'May' } }), /fields\.since must be a date as YYYY-MM-DD/);
  await assert.rejects(customers.change({ contact: { other: 1 } }), /contact\.other must be one of order/);
  await assert.rejects(customers.change({ name: 5 as unknown as string }), /name must be a string/);
  await assert.rejects(customers.change({ fields: [] as unknown as FieldValues }), /fields must be an object/);
  assert.deepEqual(abouts(), []);
});
