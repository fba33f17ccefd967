/** `lcw:getAgentAvailability` and `lcw:error`: loaded with the first of them. */
import type { LcwEvent, Loose } from './lcw.js';

/** A time as the documents have it; the first year stands for none. */
function when(time: unknown): string {
  return typeof time === 'number' ? new Date(time).toISOString() : '0001-01-01T00:00:00Z';
}

/** The event for an answer of ours. */
export function availability(detail: Loose): LcwEvent {
  const { queue, open, changesAt, openUntil, agentsFree, position, averageWait = 0 } = detail;
  return {
    type: 'lcw:getAgentAvailability',
    detail: {
      queueId: queue,
      isQueueAvailable: open,
      StartTimeOfNextOperatingHour: when(open ? undefined : changesAt),
      EndTimeOfNextOperatingHour: when(open ? undefined : openUntil),
      nexttransitiontime: when(changesAt),
      positionInQueue: position,
      isAgentAvailable: (agentsFree as number) > 0,
      averageWaitTime: Math.round((averageWait as number) / 6) / 10,
    },
  };
}

/** The documented errors, by our codes. */
const ERRORS: Readonly<Record<string, readonly [code: number, text: string] | undefined>> = {
  'context-failed': [1, 'Context provider method execution failed'],
  'token-failed': [2, 'Auth token provider method execution failed'],
  'token-missing': [3, "Auth token provider didn't provide any token"],
  'token-invalid': [4, 'Auth token provider provided invalid token'],
  'token-function': [8, 'Auth function cannot be found on the web page'],
};

/** The event for an error of ours; one that the documents do not know has our code. */
export function error({ code, message }: Loose): LcwEvent {
  const [errorCode, errorDescription] = ERRORS[code as string] ?? [code, message];
  return { type: 'lcw:error', detail: { errorCode, errorDescription } };
}
