// npm run bench:stream: a bot streams 100 pieces a second into one message while 10 others arrive, once as text and once
// as Markdown, in the whole widget, opened, in a real Chromium. Exit code 1 when a task takes more than 50 ms, or when the
// text is not said exactly once. What counts is the processor's time of a task, as Chromium's own trace has it: on a busy
// machine a task also waits for its turn, and that is printed beside it.
import { inPage } from './testing/bench-page.mjs';

const LONGEST = 50;
const PLAN = { rate: 100, seconds: 10, messages: 10 };

/** The longest tasks of the page's main thread between the marks, in milliseconds: of the processor, and by the clock. */
function longest(trace) {
  const events = JSON.parse(trace.toString()).traceEvents;
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes('blink.user_timing'));
  const [begin, end] = [mark('stream-begin'), mark('stream-end')];
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      /RunTask$/.test(name) && pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts,
  );
  if (tasks.length < 100) throw new Error(`the trace holds only ${tasks.length} tasks`);
  const most = (part) => tasks.reduce((so, task) => Math.max(so, (task[part] ?? 0) / 1000), 0);
  return { processor: most('tdur'), clock: most('dur'), tasks: tasks.length };
}

let failed = false;
for (const markdown of [false, true]) {
  const { result, trace } = await inPage('test/bench/stream.ts', async (page) => {
    const browser = page.context().browser();
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
    const result = await page.evaluate((plan) => globalThis.stream(plan), { ...PLAN, markdown });
    return { result, trace: await browser.stopTracing() };
  });
  const { said, pieces } = result;
  const { processor, clock, tasks } = longest(trace);
  const bad = processor > LONGEST || said !== 1 || pieces < PLAN.rate * PLAN.seconds;
  failed ||= bad;
  console.log(
    `${markdown ? 'Markdown' : 'text'}: ${pieces} pieces in ${PLAN.seconds} s and ${PLAN.messages} messages, said ${said} time(s); ` +
      `of ${tasks} tasks the longest took ${processor.toFixed(1)} ms of the processor (limit ${LONGEST}), ` +
      `${clock.toFixed(1)} ms by the clock: ${bad ? 'NOT within' : 'within'} the limits.`,
  );
}
process.exitCode = failed ? 1 : 0;
