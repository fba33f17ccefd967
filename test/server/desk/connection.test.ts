import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backoff, BACKOFF } from '../../../demo/agent/model/backoff.js';
import { office } from './fixtures.js';

describe('desk: the connection', () => {
  it('waits longer and longer up to a cap, with chance in it', () => {
    const pauses = Array.from({ length: 20 }, (_, attempt) => backoff(attempt, 1));
    assert.deepEqual(
      [...pauses].sort((a, b) => a - b),
      pauses,
    );
    assert.equal(pauses.at(-1), BACKOFF.cap);
    assert.equal(backoff(3, 0), Math.round(backoff(3, 1) / 2));
    assert.ok(backoff(5000, 0.5) <= BACKOFF.cap);
  });

  it('never gives up', async () => {
    const { client, clock, server } = office();
    server.up = false;
    client.start();
    await clock.pass(3_600_000);
    assert.equal(client.store.value.connection.status, 'waiting');
    server.up = true;
    await clock.pass(BACKOFF.cap + 1000);
    assert.equal(client.store.value.connection.status, 'online');
    assert.equal(client.store.value.connection.attempts, 0);
  });

  it('tries at once when it is woken', async () => {
    const { client, clock, server } = office();
    server.up = false;
    client.start();
    await clock.pass(600_000);
    server.up = true;
    client.wake();
    await clock.pass(1);
    assert.equal(client.store.value.connection.status, 'online');
  });

  it('drops a connection on which nothing comes any more', async () => {
    const { client, clock, server } = office();
    client.start();
    await clock.pass(10);
    server.weather = { fraction: () => 0, loss: 1, delay: 0, death: 0 };
    const states = new Set<string>();
    client.store.subscribe(({ connection }) => states.add(connection.status));
    await clock.pass(10_000);
    assert.deepEqual([...states], []);
    await clock.pass(5000);
    assert.ok(states.has('waiting'));
  });

  it('keeps a connection on which beats come', async () => {
    const { client, clock } = office();
    client.start();
    await clock.pass(10);
    const states = new Set<string>();
    client.store.subscribe(({ connection }) => states.add(connection.status));
    await clock.pass(120_000);
    assert.deepEqual([...states], []);
  });

  it('says what the browser says about the network, and tries all the same', async () => {
    const { client, clock, server } = office();
    client.start();
    await clock.pass(10);
    client.network(true);
    server.kill();
    assert.equal(client.store.value.connection.offline, true);
    await clock.pass(1000);
    assert.equal(client.store.value.connection.status, 'online');
  });
});
