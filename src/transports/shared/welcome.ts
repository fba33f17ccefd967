import type { WireWelcome } from '../../protocol/from-server.js';
import type { Capabilities } from '../../session/model/types.js';
import type { OutItem } from '../../session/transport.js';

/** What is shown beyond the least; see `features` of the handshake. */
export const FEATURES: readonly string[] = ['notices', 'rich', 'files'];

/** What the server can do. */
export function capabilitiesOf({ limits, features = {} }: WireWelcome): Partial<Capabilities> {
  const { maxText, maxBatch } = limits;
  const { notices = false, userData = false, files = null, availability = false, context, fields } = features;
  return {
    maxText,
    maxBatch,
    notices,
    userData,
    files,
    availability,
    context,
    fields: fields as Capabilities['fields'],
  };
}

/** An item as it travels: files go by their ids. */
export function toWire(item: OutItem): object {
  return item.type === 'message' && item.files ? { ...item, files: item.files.map(({ id }) => id) } : item;
}
