/** What fast-check may do to a chat, each with what the model then knows. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALICE } from '../../helpers/fake-room.js';
import type { Model } from './model.js';
import type { Real } from './real.js';

/** One thing that is done. */
export type Command = fc.AsyncCommand<Model, Real>;
type Doing = {
  readonly when?: (model: Model) => boolean;
  /** How long it is given afterwards. */
  readonly wait?: number;
  readonly run: (model: Model, real: Real) => void;
};

/** A command that says what it is. */
function command(name: string, { when = () => true, wait = 30, run }: Doing): Command {
  return {
    check: when,
    run: async (model, real) => {
      real.steps.push(name);
      run(model, real);
      await real.world.clock.advance(wait);
      const texts = real.log().map(({ text }) => text);
      assert.equal(new Set(texts).size, texts.length, 'a text is stored twice');
    },
    toString: () => name,
  };
}

/** A text of a page that can be sent and is left in peace must be in the log within seconds. */
const sendAndSee: Command = {
  check: (model) => model.fine && model.tabs[0] === true,
  run: async (model, real) => {
    const text = model.text();
    real.steps.push(`say ${text}, and see it stored`);
    real.page(0).signal('wake');
    real.say(0, text);
    const { clock } = real.world;
    assert.ok(
      // Two calls that nobody answers are two deadlines.
      await clock.until(() => real.log().some((row) => row.text === text), 60_000),
      `"${text}" was not stored although nothing stood in its way`,
    );
  },
  toString: () => 'say, and see it stored',
};

const say = (tab: number, count: number): Command =>
  command(`tab ${tab + 1} says ${count}`, {
    when: ({ tabs }) => tabs[tab] === true,
    run: (model, real) => {
      for (let left = count; left > 0; left--) real.say(tab, model.text());
    },
  });

const once = (where: 'up' | 'down', verb: string, fate: 'lose' | 'twice' | 'cut' | number): Command =>
  command(`the next ${verb} ${where}: ${fate}`, { wait: 0, run: (_model, real) => real.lose(where, verb, fate) });

const simple: readonly Command[] = [
  command('the server goes', {
    when: ({ up }) => up,
    run: (model, real) => {
      model.up = false;
      real.world.server.stop();
    },
  }),
  command('the server comes back', {
    when: ({ up }) => !up,
    wait: 500,
    run: (model, real) => {
      model.up = true;
      real.world.server.restart();
    },
  }),
  command('the line is cut', { run: (_model, real) => real.world.network.cut() }),
  command('half open', { run: (_model, real) => real.world.network.halfOpen() }),
  command('the credential is replaced', {
    wait: 0,
    run: (_model, real) => {
      for (const room of real.world.server.rooms.values())
        room.credentials.push(`credential-of-${room.credentials.length}`);
    },
  }),
  command('the disk is full', {
    when: ({ disk }) => disk,
    wait: 0,
    run: (model, real) => {
      model.disk = false;
      real.world.disk.fault = (call) => (call === 'put' ? 'reject' : 'ok');
    },
  }),
  command('the disk is well', {
    when: ({ disk }) => !disk,
    wait: 0,
    run: (model, real) => {
      model.disk = true;
      real.world.disk.fault = () => 'ok';
    },
  }),
  command('the agent joins and says something', {
    when: ({ ended }) => !ended,
    run: (model, real) => {
      const room = [...real.world.server.rooms.values()].at(-1);
      if (!room || room.phase === 'ended') return;
      if (room.phase === 'queued') room.join();
      const text = `a-${model.text()}`;
      real.ledger.type('alice', text);
      real.ledger.keep(text);
      room.say(text, ALICE);
    },
  }),
  command('the agent ends', {
    when: ({ ended, up }) => !ended && up,
    run: (model, real) => {
      const room = [...real.world.server.rooms.values()].at(-1);
      if (!room) return;
      model.ended = true;
      room.end('agent');
    },
  }),
];

const loadings = [0, 1, 2].flatMap((tab): Command[] => [
  command(`tab ${tab + 1} loads`, {
    run: (model, real) => {
      model.tabs[tab] = true;
      real.open(tab);
    },
  }),
  command(`tab ${tab + 1} dies`, {
    // Somebody must be there to see what became of it.
    when: ({ tabs }) => tabs[tab] === true && tabs.filter(Boolean).length > 1,
    run: (model, real) => {
      model.tabs[tab] = false;
      real.close(tab);
    },
  }),
]);

/** Every command, as fast-check draws them. */
export const COMMANDS: readonly fc.Arbitrary<Command>[] = [
  fc.constant(sendAndSee),
  ...[0, 0, 0, 1, 2].map((tab) => fc.constantFrom(1, 1, 2, 5).map((count) => say(tab, count))),
  ...simple.map((one) => fc.constant(one)),
  ...loadings.map((one) => fc.constant(one)),
  fc
    .tuple(
      fc.constantFrom('up' as const, 'down' as const),
      fc.constantFrom('send', 'resume', 'pull', 'start'),
      fc.constantFrom('lose' as const, 'twice' as const, 'cut' as const, 80, 900),
    )
    .map(([where, verb, fate]) => once(where, verb, fate)),
  fc
    .record({
      item: fc.integer({ min: 0, max: 3 }),
      before: fc.constantFrom('commit' as const, 'ack' as const, 'push' as const),
    })
    .map((crash) =>
      command(`the server dies: item ${crash.item} before ${crash.before}`, {
        wait: 0,
        run: (_model, real) => void (real.world.server.crash = crash),
      }),
    ),
  fc.constantFrom(1, 100, 1_000, 20_000).map((ms) => command(`${ms} ms pass`, { wait: ms, run: () => undefined })),
  fc
    .constantFrom(-133_200_000, -5_000, 133_200_000)
    .map((ms) => command(`the clock jumps by ${ms}`, { wait: 0, run: (_model, real) => real.world.clock.jump(ms) })),
  fc.constantFrom('wake' as const, 'rest' as const, 'hide' as const).map((what) =>
    command(`tab 1: ${what}`, {
      when: ({ tabs }) => tabs[0] === true,
      run: (_model, real) => real.page(0).signal(what),
    }),
  ),
];
