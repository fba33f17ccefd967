import { systemClock } from '../session/memory.js';
import type { Random, Tabs } from '../session/ports.js';

/** How long a tab waits for its turn unless it is told otherwise, in milliseconds. */
const TURN = 2_000;

/**
 * The other tabs, as far as the browser tells of them. Each page holds a Web Lock named after its lane for as long as it
 * lives. Where there are no locks, as over plain http, the tabs ask each other; where there are no channels either, lanes count as alive only
 * in their own page and nobody is told anything, which costs time but never a message.
 */
export function browserTabs(scope: string, random: Random): Tabs {
  const id = random.id();
  const lockName = (lane: string) => `live-chat-elements/${scope}/${lane}`;
  const listeners = new Set<(message: unknown) => void>();
  const { locks } = navigator as Partial<Navigator>;
  const channel =
    typeof BroadcastChannel === 'function' ? new BroadcastChannel(`live-chat-elements/${scope}`) : undefined;
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => listeners.forEach((listener) => listener(data));
  const ends = new AbortController();
  const { signal } = ends;
  const channelled: Pick<Tabs, 'id' | 'post' | 'listen'> = {
    id,
    post: (message) => channel?.postMessage(message),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const asked =
    locks || !channel
      ? undefined
      : import('./asked-tabs.js').then(
          ({ askedTabs }) => askedTabs(channelled, systemClock, random),
          () => undefined,
        );

  // Held until the page dies or lets go. A page that is only frozen keeps it, and so keeps its lane.
  let letGo: () => void = () => undefined;
  const hold = () =>
    void locks?.request(lockName(id), () => new Promise<void>((resolve) => (letGo = resolve))).catch(() => undefined);
  hold();
  // In the back/forward cache it would seem to live, and what it has not sent would wait for it; and whoever asked would end it there.
  addEventListener('pagehide', ({ persisted }) => persisted && letGo(), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && hold(), { signal });

  return {
    ...channelled,
    alive: async (lane) => {
      if (lane === id) return true;
      if (!locks) return (await asked)?.alive(lane) ?? false;
      const { held } = await locks.query();
      return held?.some((lock) => lock.name === lockName(lane)) ?? false;
    },
    exclusive: async (run, name = 'turn', patience = TURN) => {
      let begun = false;
      const alone = () => ((begun = true), run());
      if (!locks) await (await asked)?.exclusive(alone, name, patience);
      // A tab that is frozen while it has its turn must not keep the others from chatting.
      await locks?.request(lockName(name), { signal: AbortSignal.timeout(patience) }, alone).catch(() => undefined);
      if (!begun) await run();
    },
    close: () => {
      letGo();
      ends.abort();
      channel?.close();
    },
  };
}
