import type { WireWelcome } from '../../protocol/from-server.js';
import type { Capabilities } from '../../session/model/types.js';

/** What is shown beyond the least; see `features` of the handshake. */
export const FEATURES: readonly string[] = ['notices', 'rich'];

/** What the server can do. */
export function capabilitiesOf({ limits, features = {} }: WireWelcome): Partial<Capabilities> {
  const { maxText, maxBatch } = limits;
  const { notices = false, userData = false, files = null, availability = false, context } = features;
  return { maxText, maxBatch, notices, userData, files, availability, context: context?.variables };
}
