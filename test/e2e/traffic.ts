/**
 * `npm run traffic`: 20 messages a second each way, through a browser with the widget, the server, and a browser with the
 * desk, until the server has been killed and started again 10 times and at least 200 messages have gone each way. Prints
 * one line of figures; exits with 1 when anything was lost, doubled or out of order, on either screen.
 */
import { Rig } from './rig/rig.js';
import { runTraffic } from './rig/traffic-run.js';

const rig = new Rig();
let problems: readonly string[] = [];
try {
  await rig.start();
  const { fromVisitor, fromAgent, restarts, seconds, violations } = await runTraffic(rig, {
    restarts: 10,
    messages: 200,
    perSecond: 20,
  });
  problems = [...violations, ...(await rig.finish())];
  console.log(
    `traffic: ${fromVisitor} messages from the visitor and ${fromAgent} from the agent in ${seconds.toFixed(1)} s over ${restarts} kills of the server: ` +
      (problems.length === 0
        ? 'nothing lost, nothing twice, in order on both screens'
        : `${problems.length} violations`),
  );
} catch (error) {
  problems = [String(error)];
} finally {
  await rig.stop();
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
