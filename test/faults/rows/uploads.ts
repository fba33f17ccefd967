/** F28: an upload is broken off at every tenth of it. One file arrives, in one message, and nothing else stays on the server. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { HTTP_PATH } from '../../../src/protocol/index.js';
import { Seeded } from '../../helpers/seeded.js';
import type { Page } from '../../helpers/visitor.js';
import { FaultProxy } from '../l2/proxy.js';
import { ServerProcess } from '../l2/server-process.js';
import { SocketWorld } from '../l2/visitor-side.js';
import { until } from './rig.js';

/** Where the line breaks, or who is gone at that moment. */
const BREAKS = ['on the way there', 'on the way back', 'by the server’s end', 'by the page’s end'] as const;
const TENTHS = 10;

/** How many cases there are: each kind at each tenth, five times, each with another file. */
export const UPLOADS = BREAKS.length * TENTHS * 5;

/** Longer than any back-off of the session. */
const PATIENCE = 60_000;

const TEXT = 'the plan';

/** What a case is called. */
export const breakOf = (number: number): string => {
  const tenth = number % TENTHS;
  return `an upload broken off after ${tenth} tenths ${BREAKS[Math.floor(number / TENTHS) % BREAKS.length]!}`;
};

type Row = { readonly id: string; readonly state: string; readonly entry: number | null };

/** Resolves with what is wrong. */
export async function breakUpload(number: number): Promise<readonly string[]> {
  const random = new Seeded(number);
  const how = BREAKS[Math.floor(number / TENTHS) % BREAKS.length]!;
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(random.between(300_000, 900_000))]);
  const server = new ServerProcess('ours');
  await server.start();
  const proxy = new FaultProxy(() => server.port);
  await proxy.listen();
  const world = new SocketWorld(number, proxy.port);
  const tab = world.tab();
  let page = tab.load();
  try {
    page.say('first');
    if (!(await until(() => page.state.current !== undefined && page.texts.length === 1, PATIENCE)))
      return ['there is no conversation'];
    proxy.hold('up', true);
    page.perform('chat-attach-request', { files: [new File([bytes], 'plan.pdf', { type: 'application/pdf' })] });
    page.say(TEXT);
    // From here on it has to arrive, whatever comes.
    const kept = (): boolean => page.echoes.includes(`${TEXT}:queued`);
    if (!(await until(kept, PATIENCE))) return ['the message was not kept'];
    const way = how === 'on the way back' ? 'down' : 'up';
    // Answers are short: this is about what all of them are.
    const length = way === 'down' ? 2_800 : bytes.length;
    proxy.cutAfter[way] = 1 + Math.floor((length * (number % TENTHS)) / TENTHS) + random.between(0, length / TENTHS);
    proxy.hold('up', false);
    await until(() => proxy.cutAfter[way] === undefined || arrived(page), PATIENCE);
    if (how === 'by the server’s end') {
      await server.kill();
      await server.start();
    } else if (how === 'by the page’s end') {
      page = tab.load();
      void page.chat.recover();
    }
    if (!(await until(() => arrived(page), PATIENCE))) return ['the message with the file does not arrive'];
    const wrong = await completedTwice(page, world, server.port);
    page.kill();
    await server.kill('SIGTERM');
    return [...wrong, ...left(server.data, bytes)];
  } finally {
    page.kill();
    proxy.close();
    await server.kill();
    server.forget();
  }
}

const arrived = (page: Page): boolean =>
  page.state.current !== undefined &&
  page.echoes.length === 0 &&
  page.current.log.entries.some(
    (entry) => entry.type === 'message' && entry.text === TEXT && entry.files?.length === 1,
  );

/** Ends the upload twice more, at once. The answers are those of the first time. */
async function completedTwice(page: Page, world: SocketWorld, port: number): Promise<readonly string[]> {
  const sent = page.current.log.entries.flatMap((entry) => (entry.type === 'message' ? (entry.files ?? []) : []));
  const [file] = sent;
  const credential = /"credential":"([^"]+)"/.exec([...world.disk.rows.values()].join())?.[1];
  const messages = page.texts.filter((text) => text === TEXT).length;
  const url = `http://127.0.0.1:${port}${HTTP_PATH}/conversations/${page.current.remoteId}/files/${file?.id}/complete`;
  const headers = { authorization: `Bearer ${credential}` };
  const answers = await Promise.all(
    [1, 2].map(
      async () => (await fetch(url, { method: 'POST', headers })).json() as Promise<{ data?: { info?: unknown } }>,
    ),
  );
  const same = answers.every(({ data }) => JSON.stringify(data?.info) === JSON.stringify(file));
  return [
    ...(sent.length === 1 && messages === 1 ? [] : [`${sent.length} files in ${messages} messages`]),
    ...(same ? [] : [`ended again, it is another file: ${JSON.stringify(answers)}`]),
  ];
}

/** What is wrong with what the server has, now that it has stopped. */
function left(data: string, bytes: Buffer): readonly string[] {
  const db = new Database(path.join(data, 'chat.db'));
  const rows = db.prepare('select id, state, entry from files').all() as Row[];
  db.close();
  const onDisk = readdirSync(path.join(data, 'files'));
  const [row] = rows;
  const wrong: string[] = [];
  if (rows.length !== 1 || row?.state !== 'ready' || row.entry === null)
    wrong.push(`the rows of files are ${JSON.stringify(rows)}`);
  if (!row || onDisk.length !== 1 || onDisk[0] !== row.id) wrong.push(`on the disk are ${onDisk.join() || 'no files'}`);
  else if (!readFileSync(path.join(data, 'files', row.id)).equals(bytes)) wrong.push('the bytes are not the file’s');
  return wrong;
}
