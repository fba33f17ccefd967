/** What stands in for Web Locks where there are none, as over plain http: the tabs ask each other. */

/** So long the others have to say that they were first, in milliseconds. */
const OBJECTS = 60;

/**
 * Claims something for this tab for `hold` milliseconds. Of two that claim it in the same moment the one with the lower ticket has it.
 * @returns whether this tab has it; always true where tabs can't hear each other
 */
export function askedClaim(name: string, hold: number): Promise<boolean> {
  if (typeof BroadcastChannel !== 'function') return Promise.resolve(true);
  const channel = new BroadcastChannel(`live-chat ${name}`);
  const ticket = Math.random();
  return new Promise((resolve) => {
    const end = (has: boolean): void => {
      clearTimeout(timer);
      resolve(has);
      if (has) setTimeout(() => channel.close(), hold);
      else channel.close();
    };
    const timer = setTimeout(() => {
      // Whoever asks from now on is too late.
      channel.onmessage = () => channel.postMessage(-1);
      end(true);
    }, OBJECTS);
    channel.onmessage = ({ data }) => {
      if (typeof data === 'number' && data < ticket) end(false);
      else channel.postMessage(ticket);
    };
    channel.postMessage(ticket);
  });
}
