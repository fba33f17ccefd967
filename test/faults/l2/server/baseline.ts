/**
 * What people build with Socket.IO alone, as a process that dies when it is told to. Arguments: data folder, port, `plain` or
 * `stock`. Both catch up by an offset after a reconnection; `stock` also has connection state recovery, and drops a repeat by
 * the id that its client made of the socket's id and a counter, as Socket.IO's tutorial does.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Server } from 'socket.io';
import type { Order, Word } from '../orders.js';
import { arm, here } from './crash.js';

type Row = { readonly seq: number; readonly id: string; readonly writer: string; readonly text: string };

const [folder = '', port = '0', protocol = 'plain'] = process.argv.slice(2);
const file = path.join(folder, 'log.jsonl');
const rows: Row[] = [];
if (existsSync(file))
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') rows.push(JSON.parse(line) as Row);
const ids = new Set(rows.map(({ id }) => id));

const http = createServer();
const io = new Server(http, {
  pingInterval: 1_000,
  pingTimeout: 800,
  ...(protocol === 'stock' && { connectionStateRecovery: {} }),
});
let lost = 0;
io.on('connection', (socket) => {
  socket.on('say', (writer: string, text: string, id: string, acknowledge?: () => void) => {
    if (!ids.has(id)) {
      const row: Row = { seq: rows.length + 1, id, writer, text };
      here('before-commit');
      appendFileSync(file, `${JSON.stringify(row)}\n`);
      here('before-ack');
      here('after-ack');
      rows.push(row);
      ids.add(id);
      if (Math.random() * 100 >= lost) io.emit('said', row);
    }
    acknowledge?.();
  });
  if (socket.recovered) return;
  const from = Number(socket.handshake.auth['offset'] ?? 0);
  for (const row of rows.slice(from)) socket.emit('said', row);
});

const say = (word: Word): void => void process.send?.(word);
process.on('message', (order: Order) => {
  if (order.type === 'crash') arm(order.at);
  else if (order.type === 'lose-pushes') lost = order.percent;
  else if (order.type === 'log') say({ type: 'log', log: rows.map((row) => ({ conversation: 'room', ...row })) });
});
process.on('SIGTERM', () => void io.close().finally(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
http.listen(Number(port), '127.0.0.1', () => say({ type: 'ready', port: (http.address() as AddressInfo).port }));
