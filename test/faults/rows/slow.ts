/** F22: more than a page can take at once. Everything arrives in the end, and the server does not keep it all in memory. */
import { FaultProxy } from '../l2/proxy.js';
import { until, type RowRig } from './rig.js';

const HISTORY = 10_000;
const PER_SECOND = 200;
const SECONDS = 60;
const BLOCKED = 30_000;
/** More than this the server may not need for a reader who does not read. */
const MOST_MEMORY = 200 * 2 ** 20;

/** An agent who writes so many texts, as fast as they are taken or in so many milliseconds. */
async function flood(rig: RowRig, conversation: string, count: number, ms = 0): Promise<void> {
  const agent = await rig.agent();
  await agent.ask('accept', { conversation });
  const from = Date.now();
  for (let said = 0; said < count; said += 50) {
    const items = Array.from({ length: 50 }, () => rig.message());
    const wait = from + (ms * said) / count - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await agent.get('send', { conversation, items });
  }
  agent.close();
}

/** A conversation of ten thousand messages, opened by a page that has nothing, and read to its beginning. */
export async function longHistory(rig: RowRig): Promise<readonly string[]> {
  await rig.says();
  const { remoteId = '' } = rig.page.current;
  await flood(rig, remoteId, HISTORY);
  rig.reload();
  const last = (await rig.logOf(remoteId)).at(-1)?.text;
  const shown = () => rig.page.state.current !== undefined && rig.page.texts.at(-1) === last;
  if (!(await until(shown))) return ['the page does not come to the end of the log'];
  while (rig.page.current.log.older) {
    const { first } = rig.page.current.log;
    rig.page.perform('chat-older-request');
    if (!(await until(() => rig.page.current.log.first < first))) return ['older messages do not come'];
  }
  return rig.verdict();
}

/** A page that does nothing for half a minute while two hundred messages a second come for a minute. */
export async function blockedReader(rig: RowRig, seed: number): Promise<readonly string[]> {
  const proxy = new FaultProxy(() => Number(new URL(rig.server.url).port));
  await proxy.listen();
  const page = rig.visitor(seed, proxy.port);
  try {
    await rig.says(undefined, page);
    const { remoteId = '' } = page.current;
    const memory = process.memoryUsage().rss;
    const writing = flood(rig, remoteId, PER_SECOND * SECONDS, SECONDS * 1_000);
    proxy.hold('down', true);
    await new Promise((resolve) => setTimeout(resolve, BLOCKED));
    const grown = process.memoryUsage().rss - memory;
    proxy.hold('down', false);
    await writing;
    const wrong = await rig.verdict(page, 60_000);
    return grown > MOST_MEMORY ? [...wrong, `memory grew by ${Math.round(grown / 2 ** 20)} MB`] : wrong;
  } finally {
    page.kill();
    proxy.close();
  }
}
