/** The real world behind the service's ports. */
import { randomBytes } from 'node:crypto';
import type { Clock, Log, Random } from './core/ports.js';

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  delay(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The machine's cryptographic randomness: 144 bits an id. */
export const systemRandom: Random = { id: () => randomBytes(18).toString('base64url') };

/** A log that nobody reads. */
export const silence: Log = () => undefined;

/** A log of one JSON line for each event. */
export function jsonLog(write: (line: string) => void, now: () => number = Date.now): Log {
  return (level, event, details) =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...details })}\n`);
}
