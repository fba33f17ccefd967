/** What can happen in a schedule, how often, and which row of the fault matrix it belongs to. */
import type { Tab } from '../../helpers/visitor.js';
import type { Schedule } from './schedule.js';
import type { CrashPoint } from './watched-store.js';

/** `run` returns false when it could not happen now. */
export type Act = { readonly weight: number; readonly row?: string; run(schedule: Schedule, tab: Tab): boolean | void };

/** Runs something as long as nothing newer has replaced what it undoes. */
const later = (schedule: Schedule, ms: number, undo: () => void): void => void schedule.world.clock.delay(ms, undo);

/** The conversation that runs on a page. */
function conversationOf(schedule: Schedule, tab: Tab): string | undefined {
  const { state } = schedule.pages.get(tab)!;
  const conversation = state.conversations[state.current ?? ''];
  return conversation && conversation.phase !== 'ended' ? conversation.remoteId : undefined;
}

function crash(at: CrashPoint): Act {
  return {
    weight: 2,
    row: 'F8',
    run(schedule) {
      const ms = schedule.random.pick([10, 300, 3_000]);
      schedule.note(`the server dies ${at} of the next message, for ${ms}`);
      schedule.world.run?.armed(at, () => {
        schedule.world.run = undefined;
        later(schedule, ms, () => schedule.startServer());
      });
    },
  };
}

/** The acts; their order is part of every schedule. */
export const ACTS: readonly Act[] = [
  {
    weight: 26,
    run(schedule, tab) {
      for (let count = schedule.random.pick([1, 1, 1, 2, 5]); count > 0; count--) schedule.say(tab);
    },
  },
  {
    weight: 14,
    run(schedule, tab) {
      const conversation = conversationOf(schedule, tab);
      if (conversation === undefined) return false;
      for (let count = schedule.random.between(1, 4); count > 0; count--) {
        const text = schedule.text('a');
        schedule.note(`the agent says ${text}`);
        schedule.agent.say(conversation, text);
      }
    },
  },
  {
    weight: 6,
    row: 'F1',
    run(schedule, tab) {
      schedule.note(`${schedule.nameOf(tab)}: the line is cut`);
      schedule.world.netOf(tab).cut();
    },
  },
  {
    weight: 4,
    row: 'F2',
    run(schedule, tab) {
      schedule.note(`${schedule.nameOf(tab)}: the line is cut at the next answer`);
      schedule.world.netOf(tab).cutAt = (way, { name }) => way === 'down' && name === 'answer';
    },
  },
  {
    weight: 3,
    row: 'F1',
    run(schedule, tab) {
      const after = schedule.random.between(1, 12);
      schedule.note(`${schedule.nameOf(tab)}: the line is cut ${after} frames from now`);
      let left = after;
      schedule.world.netOf(tab).cutAt = () => --left <= 0;
    },
  },
  {
    weight: 3,
    row: 'F3',
    run(schedule, tab) {
      schedule.note(`${schedule.nameOf(tab)}: half open`);
      schedule.world.netOf(tab).halfOpen();
    },
  },
  {
    weight: 4,
    row: 'F4',
    run(schedule, tab) {
      const way = schedule.random.pick(['up', 'down'] as const);
      const ms = schedule.random.pick([50, 400, 2_000, 10_000, 60_000]);
      schedule.note(`${schedule.nameOf(tab)}: ${way} is held for ${ms}`);
      schedule.world.netOf(tab).hold(way, ms);
    },
  },
  {
    weight: 3,
    row: 'F5',
    run(schedule, tab) {
      const net = schedule.world.netOf(tab);
      const before = net.latency;
      const ms = schedule.random.pick([500, 4_000]);
      net.latency = schedule.random.pick([50, 800, 3_000]);
      schedule.note(`${schedule.nameOf(tab)}: ${net.latency} ms one way for ${ms}`);
      later(schedule, ms, () => (net.latency = Math.min(before, 250)));
    },
  },
  {
    weight: 3,
    row: 'F6',
    run(schedule, tab) {
      const net = schedule.world.netOf(tab);
      net.twice = schedule.random.pick([10, 50]);
      schedule.note(`${schedule.nameOf(tab)}: ${net.twice} % of the frames come twice`);
      later(schedule, 3_000, () => (net.twice = 0));
    },
  },
  {
    weight: 3,
    row: 'F7',
    run(schedule, tab) {
      const net = schedule.world.netOf(tab);
      net.refuse = schedule.random.pick(['yes', 'silent'] as const);
      const ms = schedule.random.pick([300, 5_000]);
      schedule.note(`${schedule.nameOf(tab)}: nobody gets through (${net.refuse}) for ${ms}`);
      net.cut();
      later(schedule, ms, () => (net.refuse = 'no'));
    },
  },
  crash('before-commit'),
  crash('before-ack'),
  crash('after-ack'),
  {
    weight: 3,
    row: 'F9',
    run(schedule) {
      const ms = schedule.random.pick([10, 500, 8_000]);
      schedule.note(`the server is away for ${ms}`);
      schedule.killServer();
      later(schedule, ms, () => schedule.startServer());
    },
  },
  {
    weight: 4,
    row: 'F10',
    run(schedule) {
      const { database } = schedule.world;
      const before = typeof database.fault === 'number' && database.fault <= 6 ? database.fault : 0;
      database.fault = schedule.random.pick(['locked', 'full', 800, 5_000] as const);
      const ms = schedule.random.pick([100, 4_000]);
      schedule.note(`the database: ${database.fault} for ${ms}`);
      later(schedule, ms, () => (database.fault = before));
    },
  },
  {
    weight: 3,
    row: 'F13',
    run(schedule) {
      const { host } = schedule.world;
      host.pushesLost = schedule.random.pick([30, 100]);
      schedule.note(`${host.pushesLost} % of the pushes are lost`);
      later(schedule, schedule.random.pick([300, 4_000]), () => (host.pushesLost = 0));
    },
  },
  {
    weight: 2,
    run(schedule) {
      const { host } = schedule.world;
      host.putOff = schedule.random.pick([10, 60]);
      schedule.note(`${host.putOff} % of the items are put off`);
      later(schedule, schedule.random.pick([300, 3_000]), () => (host.putOff = 0));
    },
  },
  {
    weight: 3,
    row: 'F15',
    run(schedule) {
      if (schedule.random.chance(50)) {
        const ms = schedule.random.pick([-133_200_000, -3_600_000, -5_000, 133_200_000]);
        schedule.note(`the pages' clock jumps by ${ms}`);
        schedule.world.clock.jump(ms);
      } else {
        // Never further than the days for which a credential that was replaced is still good.
        schedule.world.host.skew = schedule.random.pick([-133_200_000, -3_600_000, -5_000, 0, 72_000_000]);
        schedule.note(`the server's clock is off by ${schedule.world.host.skew}`);
      }
    },
  },
  {
    weight: 6,
    row: 'F16',
    run(schedule, tab) {
      const ms = schedule.random.between(0, 50);
      schedule.say(tab);
      schedule.note(`${schedule.nameOf(tab)} is loaded anew in ${ms}`);
      later(schedule, ms, () => schedule.load(tab));
    },
  },
  {
    weight: 3,
    row: 'F16',
    run(schedule, tab) {
      schedule.note(`${schedule.nameOf(tab)} is loaded anew`);
      schedule.load(tab);
    },
  },
  {
    weight: 2,
    row: 'F17',
    run(schedule, tab) {
      const page = schedule.pages.get(tab)!;
      schedule.note(`${schedule.nameOf(tab)} rests for 3000`);
      page.signal('rest');
      later(schedule, 3_000, () => page.signal('wake'));
    },
  },
  {
    weight: 3,
    row: 'F18',
    run(schedule, tab) {
      const what = schedule.random.pick(['wake', 'hide'] as const);
      schedule.note(`${schedule.nameOf(tab)}: ${what}`);
      schedule.world.visible = what === 'wake';
      schedule.pages.get(tab)!.signal(what);
    },
  },
  {
    weight: 3,
    row: 'F21',
    run(schedule) {
      const { disk } = schedule.world;
      const fault = schedule.random.pick(['reject', 'hang', 800] as const);
      const ms = schedule.random.pick([100, 4_000]);
      schedule.note(`the pages' disk: ${fault} for ${ms}`);
      schedule.diskFailed = true;
      disk.fault = () => fault;
      later(schedule, ms, () => (disk.fault = () => schedule.diskPace || 'ok'));
    },
  },
  {
    weight: 1,
    run(schedule, tab) {
      const conversation = conversationOf(schedule, tab);
      if (conversation === undefined || schedule.random.chance(60)) return false;
      if (schedule.random.chance(50)) {
        schedule.note('the agent ends');
        void schedule.agent.end(conversation);
      } else {
        schedule.note(`${schedule.nameOf(tab)} ends`);
        schedule.pages.get(tab)!.perform('chat-end-request');
      }
    },
  },
];
