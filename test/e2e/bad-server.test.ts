import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { servePage } from './rig/pages.js';
import { useRig } from './rig/rig.js';
import type { Visitor } from './rig/visitor.js';

const rig = useRig();
const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

async function serverThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers);
  // A page that is reloaded while it is answered resets the connection; unheard, that would end the test run.
  server.on('connection', (socket) => socket.on('error', () => undefined));
  // What asks for a WebSocket is answered like everything else.
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const withStatus =
  (status: number): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { 'Access-Control-Allow-Origin': '*' }).end('no chat here');

/** A page whose chat looks for its server there. */
async function visitorOf(endpoint: string, name: string): Promise<Visitor> {
  rig.watch.outage();
  rig.watch.allow(/status of (404|502)|CORS policy|net::ERR|WebSocket/);
  return rig.visitor(name, {
    path: '/elsewhere.html',
    prepare: (page) => servePage(page, '**/elsewhere.html', `<live-chat endpoint="${endpoint}"></live-chat>`),
  });
}

/** Says so, keeps what was written, and can be asked to try again. */
async function standsBy(visitor: Visitor): Promise<void> {
  await visitor.open();
  await visitor.send('Is this thing on?');
  await visitor.ticks('Waiting to be sent');
  await visitor.isTold('Reconnecting…');
  await visitor.banner.getByRole('button', { name: 'Try now' }).click();
  await visitor.field.fill('One more');
  await visitor.page.reload();
  await visitor.open();
  await visitor.sees('Is this thing on?');
  await visitor.ticks('Waiting to be sent');
  assert.equal(await visitor.field.inputValue(), 'One more');
}

test('a wrong address, and a server that answers 404 or 502: the visitor is told, and nothing is lost', async () => {
  const endpoints = [
    'http://127.0.0.1:9',
    'not an address',
    await serverThat(withStatus(404)),
    await serverThat(withStatus(502)),
  ];
  await Promise.all(endpoints.map(async (endpoint, index) => standsBy(await visitorOf(endpoint, `Visitor ${index}`))));
});

test('a server that takes the call and says nothing: the visitor sees that it is connecting, then that it fails', async () => {
  const silent = createServer(() => undefined).on('upgrade', () => undefined);
  servers.push(silent.listen(0, '127.0.0.1'));
  await once(silent, 'listening');
  const visitor = await visitorOf(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, 'Patient');
  await visitor.open();
  await visitor.send('Hello?');
  await visitor.chat.getByText('Connecting…').waitFor();
  await visitor.isTold('Reconnecting…');
  await visitor.ticks('Waiting to be sent');
});

test('what was written to a wrong address goes to the right one after a reload', async () => {
  const visitor = await visitorOf('http://127.0.0.1:9', 'Rerouted');
  await visitor.open();
  await visitor.field.fill('For anybody');
  await visitor.page.evaluate(() => document.querySelector('live-chat')!.remove());
  await visitor.page.goto('/');
  await visitor.open();
  await visitor.send('Now it works');
  await visitor.ticks('Sent');
});
