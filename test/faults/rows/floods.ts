/** F26: somebody sends, connects or uploads far more than anybody would. Others notice nothing, and who waits when told to loses nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { HTTP_PATH, VISITOR_NAMESPACE } from '../../../src/protocol/index.js';
import type { Page } from '../../helpers/visitor.js';
import { AgentSide } from '../l2/agent-side.js';
import { ServerProcess } from '../l2/server-process.js';
import { SocketWorld } from '../l2/visitor-side.js';
import { Ledger, type Stored } from '../ledger.js';
import { screenOf, watch } from '../watch.js';
import { until } from './rig.js';

/** How much of it. */
export type Flood = {
  /** Of one who waits when told to. */
  readonly texts: number;
  /** Of one who does not. */
  readonly frames: number;
  readonly connections: number;
  readonly files: number;
};

/** As the matrix has it. */
export const WHOLE: Flood = { texts: 600, frames: 9_000, connections: 2_000, files: 1_000 };

/** What came of it: what is wrong, what came too late, and how long the 95th of a hundred messages of others took, in milliseconds. */
export type Measured = { readonly wrong: readonly string[]; readonly late: readonly string[]; readonly p95: number };

const PER_SECOND = 1_000;
const CONNECTIONS_PER_SECOND = 250;
const PATIENCE = 120_000;
/** What others may wait: most of them, and the last. */
const P95 = 5_000;
const MOST = 15_000;

/** Where the flood comes from, as the proxy in front says. */
const ELSEWHERE = { 'x-forwarded-for': '203.0.113.7' };

/** Two who talk to each other meanwhile. */
class Others {
  readonly #took: number[] = [];
  readonly #lost: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly agent: AgentSide,
  ) {}

  static async arrive(server: ServerProcess): Promise<Others> {
    const page = new SocketWorld(1, server.port).page();
    const agent = await AgentSide.arrive(1, server.port, server.port, new Ledger());
    const others = new Others(page, agent);
    page.say('hello');
    await until(() => page.state.current !== undefined && page.current.phase === 'active', PATIENCE);
    return others;
  }

  /** Talks until the flood is over. */
  async talk(flood: Promise<readonly string[]>): Promise<Measured> {
    let over = false;
    const told = flood.finally(() => (over = true));
    told.catch(() => undefined);
    for (let turn = 1; !over || turn < 10; turn++) {
      await this.#time(
        () => this.page.say(`o-${turn}`),
        () => this.#agentSees(`o-${turn}`),
      );
      await this.#time(
        () => this.agent.say(),
        () => this.page.texts.includes(`a1-${turn}`),
      );
      await sleep(20);
    }
    const sorted = this.#took.sort((a, b) => a - b);
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
    const most = sorted.at(-1) ?? 0;
    const late = p95 > P95 || most > MOST ? [`the messages of others took ${p95} ms, and up to ${most} ms`] : [];
    return { wrong: [...this.#lost, ...(await told)], late, p95 };
  }

  async leave(): Promise<void> {
    this.page.kill();
    await this.agent.stop();
  }

  #agentSees(text: string): boolean {
    return [...this.agent.screen().shown.values()].some(({ texts }) => texts.includes(text));
  }

  async #time(act: () => void, done: () => boolean): Promise<void> {
    const from = Date.now();
    act();
    if (!(await until(done, PATIENCE))) this.#lost.push('a message of others does not arrive');
    this.#took.push(Date.now() - from);
  }
}

const connect = ({ port }: ServerProcess): Socket =>
  io(`http://127.0.0.1:${port}${VISITOR_NAMESPACE}`, {
    auth: { protocol: 1 },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: ELSEWHERE,
  });
/** What the first thing was that a connection heard. */
const first = (socket: Socket): Promise<{ readonly came: boolean; readonly retryAfter?: number }> =>
  new Promise((resolve) => {
    socket.once('welcome', () => resolve({ came: true }));
    socket.once('connect_error', (error: Error & { data?: { retryAfter?: number } }) =>
      resolve({ came: false, ...error.data }),
    );
    // Turned away at the door. A refusal closes the line before it is told, so it gets its turn first.
    socket.io.once('close', () => setTimeout(resolve, 0, { came: false }));
  });
const started = async (socket: Socket): Promise<{ readonly conversation: string; readonly credential: string }> => {
  const answer = (await socket.emitWithAck('start', { key: crypto.randomUUID() })) as {
    data: { conversation: string; credential: string };
  };
  return answer.data;
};

/** What is stored of a conversation, however long a busy server takes to tell. */
async function logOf(server: ServerProcess, conversation: string): Promise<readonly Stored[]> {
  for (;;) {
    const log = await server.log();
    if (log) return log.filter((row) => row.conversation === conversation);
  }
}

/** Calls something so often, as fast as the matrix says. */
async function perSecond(count: number, act: (number: number) => void, rate = PER_SECOND): Promise<void> {
  const from = Date.now();
  for (let done = 0; done < count;) {
    const due = Math.min(count, Math.ceil(((Date.now() - from) * rate) / 1_000));
    for (; done < due; done++) act(done);
    await sleep(2);
  }
}

/** A page of ours that is made to: every text arrives once, in order, however long the server has it wait. */
async function patient(server: ServerProcess, { texts }: Flood): Promise<readonly string[]> {
  const page = new SocketWorld(2, server.port).page();
  const ledger = new Ledger();
  watch(page, { committed: { has: () => true }, remoteIds: { add: () => undefined } }, ledger);
  await perSecond(texts, (number) => {
    ledger.type(page.id, `p-${number}`);
    page.say(`p-${number}`);
  });
  const done = (): boolean => page.texts.length === texts && page.echoes.length === 0;
  await until(done, PATIENCE);
  const { remoteId } = page.current;
  const log = await logOf(server, remoteId ?? '');
  page.kill();
  const { violations } = ledger.judge(log, [screenOf('the flood', page)]);
  return log.length === texts ? violations : [...violations, `${log.length} of ${texts} are stored`];
}

/** A program that waits for nothing is cut off; what the server acknowledged by then is stored, once. */
async function rude(server: ServerProcess, { frames }: Flood): Promise<readonly string[]> {
  const socket = connect(server);
  await first(socket);
  const { conversation } = await started(socket);
  const acknowledged = new Set<string>();
  await perSecond(frames, (number) => {
    const items = [{ id: `r-${number}`, type: 'message', text: `r-${number}` }];
    socket.emit(
      'send',
      { conversation, items },
      (answer: { ok: boolean; data?: { results: { id: string; status: string }[] } }) => {
        for (const { id, status } of answer.data?.results ?? []) if (status === 'stored') acknowledged.add(id);
      },
    );
  });
  // A slow machine may have needed longer for them than the server minds.
  const cut = await until(async () => {
    if (socket.connected) await perSecond(PER_SECOND, () => socket.emit('nonsense'));
    return !socket.connected;
  }, PATIENCE);
  const log = (await logOf(server, conversation)).map(({ text }) => text);
  socket.disconnect();
  const missing = [...acknowledged].filter((text) => !log.includes(text));
  return [
    ...(cut ? [] : ['it was never cut off']),
    ...(new Set(log).size === log.length ? [] : ['something is stored twice']),
    ...(missing.length === 0 ? [] : [`${missing.length} were acknowledged and are not stored`]),
  ];
}

/** So many connections from one address: the first ones are taken, the others told when to come back, and it holds. */
async function connections(server: ServerProcess, { connections: count }: Flood): Promise<readonly string[]> {
  const sockets: Socket[] = [];
  const heard: ReturnType<typeof first>[] = [];
  // Whoever makes them shares a process with those who must not notice them.
  await perSecond(
    count,
    () => {
      const socket = connect(server);
      sockets.push(socket);
      heard.push(first(socket));
    },
    CONNECTIONS_PER_SECOND,
  );
  const came = await Promise.all(heard);
  const refused = came.filter(({ retryAfter }) => retryAfter !== undefined);
  for (const socket of sockets) socket.disconnect();
  const waits = refused.every(({ retryAfter = 0 }) => retryAfter > 0);
  await sleep(Math.max(0, ...refused.map(({ retryAfter = 0 }) => retryAfter)));
  let again = connect(server);
  // Each refusal names the wait for one: those of many come one after the other.
  const back = await until(async () => {
    const { came: taken, retryAfter = 0 } = await first(again);
    if (taken) return true;
    await sleep(retryAfter);
    again = connect(server);
    return false;
  }, PATIENCE);
  again.disconnect();
  return [
    ...(count < 1_000 || refused.length > 0 ? [] : ['all of them were taken']),
    ...(waits ? [] : ['somebody was refused without being told when to come back']),
    ...(back ? [] : ['who waited was not taken']),
  ];
}

/** What a frame with binary parts begins with: a few, very many, more than there are numbers for, and what is no number. */
const PARTS = ['51-', '510-', '511-', '51000000-', '59007199254740991-', '51e9-', '5-1-', '5-', '61-', '6999999-1'];

/** Frames that announce binary parts, which Socket.IO would keep until all have come. No connection of such a kind lives on. */
async function parts(server: ServerProcess, { connections: count }: Flood): Promise<readonly string[]> {
  const lived: string[] = [];
  for (let done = 0; done < count / 20; done += PARTS.length) {
    await Promise.all(
      PARTS.map(async (part) => {
        const socket = connect(server);
        const { came, retryAfter = 0 } = await first(socket);
        if (!came) return void (await sleep(retryAfter));
        const { engine } = socket.io;
        engine.write(`${part}${VISITOR_NAMESPACE},["send",{"_placeholder":true,"num":0}]`);
        for (let left = 9; left > 0; left--) engine.write(Buffer.alloc(100_000));
        if (!(await until(() => !socket.connected, PATIENCE))) lived.push(part);
        socket.disconnect();
      }),
    );
  }
  return lived.map((part) => `a connection lives on after ${part}`);
}

/** So many files announced at once: as many as may wait are taken, the others refused by name, and no row is left of those. */
async function files(server: ServerProcess, { files: count }: Flood): Promise<readonly string[]> {
  const socket = connect(server);
  await first(socket);
  const { conversation, credential } = await started(socket);
  const list = `http://127.0.0.1:${server.port}${HTTP_PATH}/conversations/${conversation}/files`;
  const headers = { ...ELSEWHERE, authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
  const codes = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const body = JSON.stringify({ id: `f-${number}`, name: `${number}.txt`, size: 5 });
      const response = await fetch(list, { method: 'POST', headers, body });
      const answer = (await response.json()) as { ok: boolean; error?: { code: string }; data?: { file: string } };
      return answer.ok ? 'taken' : (answer.error?.code ?? 'nothing');
    }),
  );
  // What they all name does not exist: a message of as many files as one likes is refused whole.
  const sent = (await socket.emitWithAck('send', {
    conversation,
    items: [{ id: 'many', type: 'message', text: 'x', files: Array.from({ length: count }, (_, i) => `f-${i}`) }],
  })) as { ok: boolean; data?: { results: { status: string; code?: string }[] } };
  socket.disconnect();
  const taken = codes.filter((code) => code === 'taken').length;
  const other = codes.filter((code) => !['taken', 'too-many', 'rate-limited'].includes(code));
  return [
    ...(taken === Math.min(20, count) ? [] : [`${taken} uploads may wait`]),
    ...(other.length === 0 ? [] : [`answered with ${[...new Set(other)].join()}`]),
    ...(sent.ok && sent.data?.results[0]?.status !== 'refused' ? [`the message is ${JSON.stringify(sent)}`] : []),
  ];
}

/** Each kind, by what it is called. */
export const FLOODS: Readonly<Record<string, (server: ServerProcess, flood: Flood) => Promise<readonly string[]>>> = {
  'a thousand messages a second, of one who waits when told to': patient,
  'a thousand messages a second, of one who never waits': rude,
  'two thousand connections': connections,
  'frames that announce binary parts': parts,
  'a thousand files announced at once': files,
};

/** Plays one beside two people who talk. */
export async function flood(name: string, size: Flood): Promise<Measured> {
  const server = new ServerProcess('ours', 'default');
  await server.start();
  try {
    const others = await Others.arrive(server);
    const measured = await others.talk(FLOODS[name]!(server, size));
    await others.leave();
    return measured;
  } finally {
    await server.kill();
    server.forget();
  }
}
