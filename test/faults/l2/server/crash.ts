/** Where a server process kills itself, as it is told by the schedule. */
import type { CrashPoint } from '../orders.js';

let armed: CrashPoint | undefined;

export function arm(at: CrashPoint): void {
  armed = at;
}

/** Nothing of this process runs after it, as with a power switch. */
export function here(at: CrashPoint): void {
  if (armed !== at) return;
  // After the answer has left, in the next turn.
  if (at === 'after-ack') setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  else process.kill(process.pid, 'SIGKILL');
}
