import type { Input } from './inputs.js';
import { still, withState, type Step } from './step.js';
import type { ChatState, Connection } from './types.js';

/** The line goes up or down, or a try has failed. */
export function onConnection(state: ChatState, input: Extract<Input, { type: 'connection' }>): Step {
  const previous = state.connection;
  // A line that nothing needs is not in trouble, however its last tries went.
  const attempts =
    input.status === 'online' || input.reason === 'idle' || input.reset
      ? 0
      : previous.attempts + (input.failed ? 1 : 0);
  const connection: Connection = Object.freeze({
    status: input.status,
    // A try in progress does not make the reason of the outage go away.
    reason: input.status === 'online' ? undefined : (input.reason ?? previous.reason),
    attempts,
    serverOffline: input.status !== 'online' && attempts > state.capabilities.offlineAfter,
    // Stands until another try has failed in another way, or succeeded.
    refused: attempts === 0 ? undefined : input.failed ? input.refused : previous.refused,
  });
  const same = (Object.keys(connection) as (keyof Connection)[]).every((name) => connection[name] === previous[name]);
  if (same) return still(state);
  return { state: withState(state, { connection }), facts: [{ type: 'connection', connection, previous }] };
}
