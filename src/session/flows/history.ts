import { MORE_TEXTS } from '../../vocabulary/more-texts.js';
import { ChatError } from '../model/errors.js';
import { conversationOf } from '../model/selectors.js';
import type { TransportError, Page } from '../transport.js';
import { toChatCode } from './codes.js';
import { at, call, type Core } from './core.js';

/** What a server sends at most, unless it says otherwise. */
const PAGE = 100;

/** Fetches the page before the first entry that is here; resolves with how many entries came. See `MoreVerbs.fetchHistory`. */
export async function fetchHistory(
  core: Core,
  { limit = PAGE }: { readonly limit?: number | undefined },
): Promise<number> {
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new ChatError('invalid', `fetchHistory: limit must be an integer from 1, not ${String(limit)}`);
  if (!core.state.capabilities.history)
    throw new ChatError('unsupported', "This transport doesn't support fetchHistory command.");
  const conversation = conversationOf(core.state);
  if (!conversation?.remoteId || !conversation.log.older)
    throw new ChatError('exhausted', MORE_TEXTS.fetchHistory.exhausted);
  if (conversation.loadingOlder) throw new ChatError('busy', 'fetchHistory: older messages are being fetched already');
  const { key, remoteId, log } = conversation;
  core.apply({ type: 'loading-older', key, loading: true });
  try {
    const page: Page = await call(core, (signal) =>
      core.transport.pull({ remoteId, before: log.first, limit }, signal),
    );
    if (at(core, key)) core.apply({ type: 'page', key, page, direction: 'before' });
    return page.entries.length;
  } catch (error) {
    const { code, message } = error as TransportError;
    throw new ChatError(toChatCode(code), `fetchHistory: ${message}`, { cause: error });
  } finally {
    if (at(core, key)) core.apply({ type: 'loading-older', key, loading: false });
  }
}
