/** Nothing of the customer stays on the device: not in memory, not in any store, in no tab. */
import { ChatError } from '../model/errors.js';
import { isRunning } from '../model/selectors.js';
import type { ConversationKey } from '../model/types.js';
import type { Store } from '../ports.js';
import type { Cargo } from './cargo.js';
import { at, type Core } from './core.js';

/** What it clears beside the stores. */
export type WipeParts = {
  readonly core: Core;
  readonly acts: { readonly cargo: Cargo | undefined };
  readonly line: { rest(): void; wake(patience: number): void };
  readonly outbox: { surrender(key: ConversationKey, keep: (text: string) => Promise<void>): Promise<void> };
  readonly conversations: { forget(key: ConversationKey): Promise<void> };
  readonly drafts: { set(key: ConversationKey | '', text: string): void; flush(): Promise<void> };
};

/** See the module. The line goes down first, so that nothing comes in or goes out any more. */
export async function wipe({ core, acts, line, outbox, conversations, drafts }: WipeParts): Promise<void> {
  line.rest();
  acts.cargo?.clear();
  for (const key of Object.keys(core.state.conversations)) {
    drafts.set(key, '');
    await outbox.surrender(key, () => Promise.resolve());
    await conversations.forget(key);
  }
  for (const key of Object.keys(core.state.view.drafts)) drafts.set(key, '');
  await drafts.flush();
  const { store, drafts: typed, marker } = core.ports;
  const files = await core.ports.files?.().catch(() => undefined);
  await Promise.all([empty(store), empty(typed), files?.blobs && empty(files.blobs)]);
  marker.clear();
  line.wake(0);
}

/**
 * Nothing of one conversation stays, which is over; the others do, and who the visitor is.
 * @throws (rejects) ChatError `invalid`: it is not here; `already-active`: it is not over
 */
export async function wipeOne(
  { core, outbox, conversations, drafts }: Pick<WipeParts, 'core' | 'outbox' | 'conversations' | 'drafts'>,
  key: ConversationKey,
): Promise<void> {
  const conversation = at(core, key);
  if (!conversation) throw new ChatError('invalid', 'logout: conversation must be the id of one that is here');
  if (isRunning(conversation))
    throw new ChatError('already-active', 'logout: the conversation is not over; end it first');
  drafts.set(key, '');
  await outbox.surrender(key, () => Promise.resolve());
  await conversations.forget(key);
  await drafts.flush();
}

/** Also what other pages have left. */
async function empty(store: Store | Store<Blob>): Promise<void> {
  const rows = await store.list('').catch(() => []);
  await Promise.all(rows.map(([key]) => store.delete(key).catch(() => undefined)));
}
