import type { Random, Tabs } from '../session/ports.js';

/** How long a tab waits for its turn unless it is told otherwise, in milliseconds. */
const TURN = 2_000;

/**
 * The other tabs, as far as the browser tells of them. Each page holds a Web Lock named after its lane for as long as it
 * lives; where locks or channels are missing, lanes count as alive only in their own page and nobody is told anything,
 * which costs time but never a message.
 */
export function browserTabs(scope: string, random: Random): Tabs {
  const id = random.id();
  const lockName = (lane: string) => `live-chat-elements/${scope}/${lane}`;
  const listeners = new Set<(message: unknown) => void>();
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  const channel =
    typeof BroadcastChannel === 'function' ? new BroadcastChannel(`live-chat-elements/${scope}`) : undefined;
  let letGo: () => void = () => undefined;

  // Held until the page dies or lets go. A page that is only frozen keeps it, and so keeps its lane.
  locks?.request(lockName(id), () => new Promise<void>((resolve) => (letGo = resolve))).catch(() => undefined);
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => listeners.forEach((listener) => listener(data));

  return {
    id,
    alive: async (lane) => {
      if (lane === id) return true;
      const held = await locks?.query().catch(() => undefined);
      return held?.held?.some((lock) => lock.name === lockName(lane)) ?? false;
    },
    post: (message) => channel?.postMessage(message),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exclusive: async (run, name = 'turn', patience = TURN) => {
      let begun = false;
      const alone = () => ((begun = true), run());
      // A tab that is frozen while it has its turn must not keep the others from chatting.
      await locks?.request(lockName(name), { signal: AbortSignal.timeout(patience) }, alone).catch(() => undefined);
      if (!begun) await run();
    },
    close: () => {
      letGo();
      channel?.close();
    },
  };
}
