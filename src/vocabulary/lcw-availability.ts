/** `lcw:getAgentAvailability`: loaded with the first answer. */
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
