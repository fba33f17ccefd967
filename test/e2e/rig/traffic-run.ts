/** Two people who never stop writing, and a server that is killed again and again: what arrives, and how. */
import type { Desk } from './desk.js';
import type { Rig } from './rig.js';
import { until } from './until.js';
import type { Visitor } from './visitor.js';

/** How much of it. */
export type Load = {
  /** How often the server is killed and started again. */
  readonly restarts: number;
  /** How many messages go each way at least. */
  readonly messages: number;
  /** How many each side writes in a second. */
  readonly perSecond: number;
};

/** What came of it. */
export type Figures = {
  readonly fromVisitor: number;
  readonly fromAgent: number;
  readonly restarts: number;
  readonly seconds: number;
  /** What was promised and not kept; empty when all is well. */
  readonly violations: readonly string[];
};

type Writer = { count: number; timer: number };

/** A side that writes by itself, in its page; the numbers of its messages rise by one. A page that was busy catches up. */
const writing = {
  visitor: ({ page }: Visitor, every: number): Promise<void> =>
    page.evaluate((pause) => {
      const chat = document.querySelector('live-chat')!;
      const writer: Writer = { count: 0, timer: 0 };
      const began = performance.now();
      writer.timer = window.setInterval(() => {
        while (writer.count < (performance.now() - began) / pause)
          void chat.sendMessage({ message: `v${++writer.count}` });
      }, pause);
      Object.assign(globalThis, { writer });
    }, every),
  agent: ({ field }: Desk, every: number): Promise<void> =>
    field.evaluate((area: HTMLTextAreaElement, pause) => {
      const writer: Writer = { count: 0, timer: 0 };
      const began = performance.now();
      writer.timer = window.setInterval(() => {
        while (writer.count < (performance.now() - began) / pause) {
          area.value = `a${++writer.count}`;
          area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          area.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
          );
        }
      }, pause);
      Object.assign(globalThis, { writer });
    }, every),
};

const count = ({ page }: Visitor | Desk): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { writer: Writer }).writer.count);
const stop = ({ page }: Visitor | Desk): Promise<void> =>
  page.evaluate(() => clearInterval((globalThis as unknown as { writer: Writer }).writer.timer));

/** The texts that a side has, oldest first. */
const logs = {
  visitor: ({ page }: Visitor): Promise<string[]> =>
    page.evaluate(async () =>
      (await document.querySelector('live-chat')!.getTranscript()).messages
        .filter(({ type }) => type === 'Message')
        .map(({ text }) => text),
    ),
  agent: ({ page }: Desk): Promise<string[]> =>
    page.evaluate(() => {
      const { current, conversations } = document.querySelector('agent-desk')!.client.store.value;
      return conversations
        .get(current ?? '')!
        .log.entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
    }),
};

/** What is wrong with what a side has. */
function faults(where: string, log: readonly string[], fromVisitor: number, fromAgent: number): string[] {
  const found: string[] = [];
  for (const [letter, sent] of [
    ['v', fromVisitor],
    ['a', fromAgent],
  ] as const) {
    const numbers = log.filter((text) => text.startsWith(letter)).map((text) => Number(text.slice(1)));
    const distinct = new Set(numbers);
    const lost = Array.from({ length: sent }, (_, index) => index + 1).filter((number) => !distinct.has(number));
    if (lost.length > 0) found.push(`${where}: lost ${lost.map((number) => letter + number).join(' ')}`);
    if (distinct.size < numbers.length) found.push(`${where}: ${numbers.length - distinct.size} of ${letter} twice`);
    const late = numbers.findIndex((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0));
    if (late > 0) found.push(`${where}: ${letter}${numbers[late]} after ${letter}${numbers[late - 1]}`);
  }
  return found;
}

/** What is on a screen is the end of what there is. */
function screenFault(where: string, screen: readonly string[], log: readonly string[]): string[] {
  const shown = screen.map((text) => text.trim());
  const end = log.slice(-shown.length);
  return shown.length > 0 && shown.join() === end.join()
    ? []
    : [`${where}: the screen ends with ${shown.slice(-5).join()}, the log with ${end.slice(-5).join()}`];
}

/** See the module. */
export async function runTraffic(rig: Rig, { restarts, messages, perSecond }: Load): Promise<Figures> {
  const { visitor, desk } = await rig.conversation('Busy');
  rig.watch.outage();
  const began = Date.now();
  await writing.visitor(visitor, 1000 / perSecond);
  await writing.agent(desk, 1000 / perSecond);

  /** Both sides have something that the other wrote after now. */
  const flows = async (): Promise<void> => {
    const [v, a] = await Promise.all([count(visitor), count(desk)]);
    const reached = async (log: Promise<string[]>, letter: string, after: number): Promise<boolean> =>
      (await log).some((text) => text.startsWith(letter) && Number(text.slice(1)) > after);
    await until(() => reached(logs.agent(desk), 'v', v), 'the agent hears the visitor again');
    await until(() => reached(logs.visitor(visitor), 'a', a), 'the visitor hears the agent again');
  };
  for (let round = 0; round < restarts; round++) {
    await flows();
    // Not at a moment that the traffic chooses.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
    await rig.server.restart();
  }
  await flows();
  await until(async () => Math.min(await count(visitor), await count(desk)) >= messages, 'enough was written', 120_000);
  await Promise.all([stop(visitor), stop(desk)]);
  const [fromVisitor, fromAgent] = await Promise.all([count(visitor), count(desk)]);

  const all = fromVisitor + fromAgent + 1;
  const arrived = async (): Promise<boolean> =>
    Math.min((await logs.visitor(visitor)).length, (await logs.agent(desk)).length) >= all;
  const complete = await until(arrived, 'everything has arrived', 60_000).then(
    () => [],
    (error: Error) => [error.message],
  );
  const [left, right] = await Promise.all([logs.visitor(visitor), logs.agent(desk)]);
  // The screens follow a frame later.
  await visitor.sees(left.at(-1) ?? '').catch(() => undefined);
  await desk.sees(right.at(-1) ?? '').catch(() => undefined);
  const waiting = Object.values((await visitor.state()).conversations).flatMap(({ pending }) => pending);
  return {
    fromVisitor,
    fromAgent,
    restarts,
    seconds: (Date.now() - began) / 1000,
    violations: [
      ...complete,
      ...faults('visitor', left, fromVisitor, fromAgent),
      ...faults('agent', right, fromVisitor, fromAgent),
      ...(left.join() === right.join() ? [] : ['the two sides differ in their order']),
      ...screenFault('visitor', await visitor.texts(), left),
      ...screenFault('agent', await desk.texts(), right),
      ...(waiting.length === 0 ? [] : [`visitor: ${waiting.length} messages still wait to be sent`]),
    ],
  };
}
