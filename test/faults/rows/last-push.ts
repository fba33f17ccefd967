/** F13, at its barest: the very last push is lost on a line that lives, and nothing else happens. Only the beat tells of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { until, type RowRig } from './rig.js';

const QUIET = 1_000;

/** Resolves with what is wrong. */
export async function lastPush(rig: RowRig): Promise<readonly string[]> {
  if (rig.page.state.current === undefined) await rig.says();
  const { remoteId = '' } = rig.page.current;
  const agent = await rig.agent();
  await agent.ask('accept', { conversation: remoteId });
  await agent.get('send', { conversation: remoteId, items: [rig.message()] });
  // What the joining and the first message bring with them is over.
  if (!(await until(async () => (await rig.verdict()).length === 0))) return ['the page never came to rest'];
  // So are the marks that the page sends for it: their echo would tell, too.
  await sleep(QUIET);
  const { adapter } = rig.server.chat.io.of('/visitor');
  const broadcast = adapter.broadcast.bind(adapter);
  adapter.broadcast = () => undefined;
  await agent.get('send', { conversation: remoteId, items: [rig.message()] });
  // What is told comes a little after the answer.
  await sleep(QUIET / 4);
  adapter.broadcast = broadcast;
  const wrong = await rig.verdict();
  agent.close();
  return wrong;
}
