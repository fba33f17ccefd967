/** The reference server as a process that dies when it is told to. Arguments: data folder, port (0: any), protocol, pings. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { attachChatServer, openSqlite } from '../../../../demo/server/index.js';
import type { EntryRow, Store, Tx } from '../../../../demo/server/store/port.js';
import type { Order, Word } from '../orders.js';
import { readLog } from '../read-log.js';
import { arm, here } from './crash.js';

const [folder = '', port = '0', , pings] = process.argv.slice(2);
const inner = openSqlite({ path: path.join(folder, 'chat.db') });

const store: Store = {
  async transact(work) {
    let messages = 0;
    const counted = (tx: Tx): Tx => ({
      ...tx,
      addEntry: (row: EntryRow) => {
        if (row.body.type === 'message') messages++;
        return tx.addEntry(row);
      },
    });
    const result = await inner.transact(async (tx) => {
      messages = 0;
      const done = await work(counted(tx));
      if (messages > 0) here('before-commit');
      return done;
    });
    if (messages > 0) {
      here('before-ack');
      here('after-ack');
    }
    return result;
  },
  read: (work) => inner.read(work),
  check: () => inner.check(),
  close: () => inner.close(),
};

const http = createServer();
const chat = await attachChatServer(http, {
  store,
  files: { folder: path.join(folder, 'files') },
  agents: [{ name: 'Ann', password: 'ann', capacity: 100 }],
  // Who floods comes from elsewhere than who doesn't.
  trustProxy: 1,
  heartbeatMs: 1_000,
  // Short, so that what only a ping finds out is found out within a schedule.
  ...(pings === 'short' && { pingInterval: 1_000, pingTimeout: 800 }),
});

let lost = 0;
const visitors = chat.io.of('/visitor');
const broadcast = visitors.adapter.broadcast.bind(visitors.adapter);
visitors.adapter.broadcast = (packet, options) => {
  if (Math.random() * 100 >= lost) broadcast(packet, options);
};
const JUNK: readonly (readonly [string, unknown])[] = [
  ['entry', { conversation: 'nobody', entry: { seq: 'x' }, rev: 10_000 }],
  ['entry', null],
  ['registers', { conversation: 7 }],
  ['holiday', { fireworks: true }],
  ['typing', { conversation: 'nobody', person: '', typing: 'yes' }],
  ['beat', { rev: 'many' }],
];

const say = (word: Word): void => void process.send?.(word);
process.on('message', (order: Order) => {
  if (order.type === 'crash') arm(order.at);
  else if (order.type === 'lose-pushes') lost = order.percent;
  else if (order.type === 'junk')
    for (const [event, data] of JUNK) for (const socket of visitors.sockets.values()) socket.emit(event, data);
  else void readLog(inner).then((log) => say({ type: 'log', log }));
});
process.on('SIGTERM', () => void chat.close().finally(() => process.exit(0)));
// A runner that died must not leave servers behind.
process.on('disconnect', () => process.exit(0));
http.listen(Number(port), '127.0.0.1', () => say({ type: 'ready', port: (http.address() as AddressInfo).port }));
