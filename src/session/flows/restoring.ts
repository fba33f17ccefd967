/** `restore` by hand: what this site has stored, or what the page has kept elsewhere. */
import { MORE_TEXTS } from '../../vocabulary/more-texts.js';
import { ChatError } from '../model/errors.js';
import { conversationOf, isRunning } from '../model/selectors.js';
import type { ConversationKey } from '../model/types.js';
import { at, type Core } from './core.js';
import { Records } from './records.js';

/** What opens a conversation. */
export type Handle = { readonly remoteId: string; readonly credential: string };

/** See the module. */
export class Restoring {
  #core: Core;
  #recover: () => Promise<ConversationKey | undefined>;
  #list: () => Promise<unknown>;
  #busy = false;

  /**
   * @param recover - comes back to what is stored
   * @param list - asks the server for the customer's conversations, where there is a customer
   */
  constructor(core: Core, recover: () => Promise<ConversationKey | undefined>, list: () => Promise<unknown>) {
    this.#core = core;
    this.#recover = recover;
    this.#list = list;
  }

  /** Resolves with the key of the conversation when it is there. See `MoreVerbs.restore`. */
  async restore(handle: Handle | undefined): Promise<ConversationKey> {
    const conversation = conversationOf(this.#core.state);
    if (this.#busy || conversation?.phase === 'restoring') throw new ChatError('busy', MORE_TEXTS.restore.restoring);
    if (isRunning(conversation)) throw new ChatError('already-active', MORE_TEXTS.restore['already-active']);
    this.#busy = true;
    try {
      if (handle) await keepHandle(this.#core, handle);
      const key = (await this.#recover()) ?? (await this.#elsewhere());
      if (key === undefined) throw new ChatError('denied', 'restore: there is no conversation to come back to');
      await whenThere(this.#core, key);
      return key;
    } finally {
      this.#busy = false;
    }
  }

  /** One that the customer has begun on another device and that goes on; it is opened by who they are, without a credential. */
  async #elsewhere(): Promise<ConversationKey | undefined> {
    const { conversations } = ((await this.#list()) ?? {}) as { readonly conversations?: unknown };
    const all = (Array.isArray(conversations) ? conversations : []) as { conversation?: unknown; phase?: unknown }[];
    const remoteId = all.find(({ phase }) => phase !== 'ended')?.conversation;
    if (typeof remoteId !== 'string') return undefined;
    await keepHandle(this.#core, { remoteId, credential: '' });
    return this.#recover();
  }
}

/** From here on it is as if an earlier page of this site had left it behind. @throws (rejects) ChatError `refused` */
export async function keepHandle(core: Core, { remoteId, credential }: Handle): Promise<void> {
  const { clock, marker, random, store } = core.ports;
  const records = new Records(store);
  // What is stored here is at least as new: a credential is renewed now and then.
  if ((await records.load())?.some((record) => record.remoteId === remoteId)) return;
  const fresh = { key: random.id(), startKey: random.id(), startedAt: clock.now(), profile: {}, userData: {} };
  marker.set();
  if (!(await records.put({ ...fresh, remoteId, credential })))
    throw new ChatError('refused', 'restore: the session data could not be stored; try again');
}

/** Resolves when the server has opened it again, rejects when it does not. */
export async function whenThere(core: Core, key: ConversationKey): Promise<void> {
  if (at(core, key)?.phase !== 'restoring') return;
  let end: (() => void)[] = [];
  await new Promise<void>((resolve, reject) => {
    const undo = core.subscribe((_state, facts) => {
      for (const fact of facts)
        if (fact.type === 'restored' && fact.key === key) resolve();
        else if (fact.type === 'restore-failed' && fact.key === key)
          reject(new ChatError(fact.code, `restore: the conversation is not there any more (${fact.code})`));
    });
    const closed = () => reject(new ChatError('closed', 'the chat was taken off the page'));
    end = [undo, core.onRelease(closed)];
  }).finally(() => end.forEach((one) => one()));
}
