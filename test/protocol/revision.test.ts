/** The one number by which a client notices that a push was lost, over all conversations of its line. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Server } from 'socket.io';
import { DEFAULT_LIMITS } from '../../src/protocol/limits.js';
import { PROTOCOL_VERSION, VISITOR_NAMESPACE } from '../../src/protocol/version.js';
import { socketIo } from '../../src/transports/socket-io/index.js';

const registers = { version: 1, head: 0, phase: 'queued', startedAt: 1, people: [], marks: {}, queue: null };
const page = { entries: [], more: false, head: 0 };

test('a second conversation on a line does not hide what the first has missed', async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const io = new Server(http);
  const asked: unknown[] = [];
  const heard = new Promise<void>((resolve) => {
    io.of(VISITOR_NAMESPACE).on('connection', (socket) => {
      let rev = 5;
      socket.emit('welcome', { protocol: PROTOCOL_VERSION, now: 1, limits: DEFAULT_LIMITS, beatEvery: 1000 });
      socket.on('start', (frame: { key: string }, ack: (answer: unknown) => void) => {
        ack({ ok: true, data: { conversation: frame.key, me: 'v', credential: 'c', rev, registers, page } });
        // Four changes of the first conversation are lost before the second one starts.
        rev = 9;
      });
      socket.on('changes', (frame: unknown, ack: (answer: unknown) => void) => {
        asked.push(frame);
        ack({ ok: true, data: { rev, conversations: [] } });
        resolve();
      });
      socket.on('typing', () => socket.emit('beat', { rev, now: 2 }));
    });
  });
  const transport = socketIo(
    { emit: () => undefined },
    { endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, channel: 'default' },
  );
  const { signal } = new AbortController();
  try {
    await transport.open(signal);
    for (const key of ['first', 'second']) await transport.start({ key, profile: {}, userData: {} }, signal);
    transport.typing?.('first', true);
    await heard;
    assert.deepEqual(asked, [{ since: 5 }]);
  } finally {
    transport.close();
    await io.close();
  }
});
