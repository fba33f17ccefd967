import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MoreVerbs } from '../../src/session/host.js';
import { later } from '../../src/session/later.js';
import { World } from '../helpers/visitor.js';

const verbs = { verifySession: () => Promise.resolve({ sessionActive: true }) } as MoreVerbs;

test('code that could not be loaded rejects by its stable code, and the next call loads it again', async () => {
  let tries = 0;
  const chat = later(() => (++tries === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(verbs)));
  await assert.rejects(chat.verifySession(), {
    name: 'ChatError',
    code: 'load-failed',
    message: /verifySession: .*try again/,
  });
  assert.deepEqual(await chat.verifySession(), { sessionActive: true });
});

test('the code is loaded once, by the first call', async () => {
  let loads = 0;
  const chat = later(() => (loads++, Promise.resolve(verbs)));
  assert.equal(loads, 0);
  await Promise.all([chat.verifySession(), chat.verifySession()]);
  assert.equal(loads, 1);
});

test('verifySession tells whether a conversation runs', async () => {
  const page = new World().page();
  assert.deepEqual(await page.chat.verifySession(), { sessionActive: false });
  await page.started();
  assert.deepEqual(await page.chat.verifySession(), { sessionActive: true });
});
