/** The verbs that few conversations need, built on the parts of a session; loaded when the first of them is called. */
import type { Acts } from './acts.js';
import type { Client } from './client.js';
import type { Line } from './flows/connect.js';
import type { Conversations } from './flows/conversations.js';
import type { Outbox } from './flows/outbox.js';
import type { Pipeline } from './flows/pipeline.js';
import type { Sync } from './flows/sync.js';
import type { Typing } from './flows/typing.js';
import type { MoreVerbs } from './host.js';
import { conversationOf, isRunning } from './model/selectors.js';
import type { ConversationKey } from './model/types.js';

/** What they are given: the parts, already wired. */
export type MoreParts = {
  readonly core: Client;
  readonly line: Line;
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly typing: Typing;
  readonly pipeline: Pipeline;
  readonly acts: Acts;
  readonly restore: () => Promise<ConversationKey | undefined>;
  readonly report: (what: unknown) => void;
};

/** Builds them; each is a short delegation to a flow of its own. */
export function more({ core }: MoreParts): MoreVerbs {
  return {
    verifySession: () => Promise.resolve({ sessionActive: isRunning(conversationOf(core.state)) }),
  };
}
