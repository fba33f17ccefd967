/** The real server on an HTTP server of the test's own, and clients that speak the protocol and nothing more. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { attachChatServer, type ChatServer, type ChatServerOptions } from '../../../demo/server/index.js';
import type { WireItemResult, WireOpened } from '../../../src/protocol/index.js';

/** Who may sign in. */
export const AGENTS = [
  { name: 'Ann', password: 'ann-secret' },
  { name: 'Boss', password: 'boss-secret', role: 'supervisor' },
] as const;

/** What a frame holds, as it came: a test looks into it unchecked, and a wrong guess fails there. */
type Payload = any;

/** An answer as it comes. */
export type Answer =
  { ok: true; data: Payload } | { ok: false; error: { code: string; field?: string; retryAfter?: number } };

/** One connection of a client. */
export class Client {
  readonly heard: { event: string; payload: Payload }[] = [];

  constructor(readonly socket: Socket) {
    socket.onAny((event: string, payload: unknown) => this.heard.push({ event, payload }));
  }

  /** Resolves with the first event. */
  async welcomed(): Promise<Payload> {
    return this.next('welcome');
  }

  /** What `find` gives for the first event heard, now or later, for which it gives anything. */
  async until<T>(find: (event: string, payload: Payload) => T | undefined | false): Promise<T> {
    for (const { event, payload } of this.heard) {
      const found = find(event, payload);
      if (found !== undefined && found !== false) return found;
    }
    return new Promise((resolve) => {
      const look = (event: string, payload: unknown): void => {
        const found = find(event, payload);
        if (found === undefined || found === false) return;
        this.socket.offAny(look);
        resolve(found);
      };
      this.socket.onAny(look);
    });
  }

  async next(name: string): Promise<Payload> {
    return this.until((event, payload) => event === name && (payload as object));
  }

  async ask(event: string, ...data: unknown[]): Promise<Answer> {
    return (await this.socket.emitWithAck(event, ...data)) as Answer;
  }

  async get(event: string, data: unknown): Promise<Payload> {
    const answer = await this.ask(event, data);
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.data;
  }

  async code(event: string, data: unknown): Promise<string> {
    const answer = await this.ask(event, data);
    return answer.ok ? 'ok' : answer.error.code;
  }

  async start(key: string = crypto.randomUUID(), more: object = {}): Promise<WireOpened> {
    return this.get('start', { key, ...more });
  }

  async send(conversation: string, ...items: unknown[]): Promise<WireItemResult[]> {
    return (await this.get('send', { conversation, items })).results;
  }

  async say(conversation: string, ...texts: string[]): Promise<WireItemResult[]> {
    return this.send(conversation, ...texts.map((text) => ({ id: crypto.randomUUID(), type: 'message', text })));
  }

  /** Resolves with the reason when the connection ends. */
  gone(): Promise<string> {
    return new Promise((resolve) => this.socket.once('disconnect', resolve));
  }

  /** Resolves when the connection is refused. */
  refused(): Promise<Error & { data?: unknown }> {
    return new Promise((resolve) => this.socket.once('connect_error', resolve));
  }

  close(): void {
    this.socket.disconnect();
  }
}

type ClientOptions = Partial<ManagerOptions & SocketOptions>;

/** A server with its clients. */
export class Rig {
  readonly #clients: Client[] = [];

  private constructor(
    readonly chat: ChatServer,
    readonly url: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(options: Partial<ChatServerOptions> = {}, listener?: RequestListener): Promise<Rig> {
    const http = listener ? createServer(listener) : createServer();
    const chat = await attachChatServer(http, { store: { path: ':memory:' }, agents: AGENTS, ...options });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return new Rig(chat, `http://127.0.0.1:${(http.address() as AddressInfo).port}`, async () => {
      await chat.close();
      http.closeAllConnections();
      http.close();
    });
  }

  /** A client that has not connected yet. */
  client(namespace: string, options: ClientOptions = {}): Client {
    const client = new Client(
      io(this.url + namespace, {
        auth: { protocol: 1 },
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        ...options,
      }),
    );
    this.#clients.push(client);
    return client;
  }

  async visitor(options: ClientOptions = {}): Promise<Client> {
    const client = this.client('/visitor', options);
    await client.welcomed();
    return client;
  }

  /** Why a connection is refused. */
  async refusal(namespace: string, options: ClientOptions = {}): Promise<Payload> {
    const client = this.client(namespace, options);
    const error = await client.refused();
    client.close();
    return error.data ?? error.message;
  }

  async login(name: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/agent/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name, password }),
    });
  }

  async cookie(name: 'Ann' | 'Boss' = 'Ann'): Promise<string> {
    const response = await this.login(name, `${name.toLowerCase()}-secret`);
    assert.equal(response.status, 200);
    return (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  }

  async agent(name: 'Ann' | 'Boss' = 'Ann'): Promise<Client> {
    const client = this.client('/agent', { extraHeaders: { cookie: await this.cookie(name) } });
    await client.next('desk');
    return client;
  }

  /** A visitor and an agent in one conversation. */
  async pair(): Promise<{ visitor: Client; agent: Client; opened: WireOpened; conversation: string }> {
    const visitor = await this.visitor();
    const opened = await visitor.start();
    const agent = await this.agent();
    await agent.get('accept', { conversation: opened.conversation });
    return { visitor, agent, opened, conversation: opened.conversation };
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.end();
  }
}
