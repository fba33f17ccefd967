/**
 * Drafts and unsent messages survive a reload of the tab. They are kept under the agent's id, so that the next person at the same
 * desk never gets them, and go when the agent signs out.
 */
import * as v from 'valibot';
import { fileInfo, richContent } from '../../../src/protocol/index.js';
import type { Core } from './core.js';
import type { Conversation, PendingMessage } from './state.js';

const KEY = 'live-chat-desk';

const message = v.object({
  id: v.string(),
  text: v.string(),
  at: v.number(),
  code: v.optional(v.string()),
  files: v.optional(v.array(fileInfo)),
  notice: v.optional(v.boolean()),
  rich: v.optional(richContent),
});
const kept = v.object({
  agent: v.string(),
  conversations: v.record(v.string(), v.object({ draft: v.string(), pending: v.array(message) })),
});
type Kept = v.InferOutput<typeof kept>;

/** See the module. */
export class Keep {
  #read: Kept | undefined;

  constructor(private readonly core: Core) {}

  /** Gives a conversation that appears for the first time what was kept of it. */
  restore(conversation: Conversation, agent: string): Conversation {
    this.#read ??= this.#load();
    const found = this.#read?.agent === agent ? this.#read.conversations[conversation.id] : undefined;
    if (!found) return conversation;
    const pending = found.pending.map((one): PendingMessage => ({
      ...one,
      status: one.code === undefined ? 'queued' : 'refused',
    }));
    return { ...conversation, draft: found.draft, pending };
  }

  /** Writes down what is now unsent. */
  save(): void {
    const { desk, conversations } = this.core.store.value;
    if (!desk) return;
    const entries = [...conversations.values()].flatMap((one): [string, Kept['conversations'][string]][] => {
      const pending = one.pending
        .filter(({ status }) => status !== 'stored')
        .map(({ id, text, at, code, files, notice, rich }) => ({
          id,
          text,
          at,
          code,
          files: files && [...files],
          notice,
          rich,
        }));
      return pending.length > 0 || one.draft !== '' ? [[one.id, { draft: one.draft, pending }]] : [];
    });
    if (entries.length === 0) this.core.vault.drop(KEY);
    else
      this.core.vault.write(
        KEY,
        JSON.stringify({ agent: desk.me, conversations: Object.fromEntries(entries) } satisfies Kept),
      );
  }

  /** Forgets everything: the agent signed out. */
  forget(): void {
    this.#read = undefined;
    this.core.vault.drop(KEY);
  }

  #load(): Kept | undefined {
    try {
      const parsed = v.safeParse(kept, JSON.parse(this.core.vault.read(KEY) ?? 'null'));
      return parsed.success ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }
}
