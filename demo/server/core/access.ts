/**
 * Who may reach a conversation by an HTTP request: an agent by their account, a visitor by its credential, a customer by the pass
 * of a connection that has opened it.
 */
import type { ConversationRow, Tx } from '../store/port.js';
import { account, mayManage } from './agent-actions.js';
import { ChatFault } from './fault.js';
import { secretHash } from './hash.js';
import type { Presence } from './presence.js';
import type { Viewer } from './views.js';

/** What a request shows to be let in; what a visitor's client shows is a credential or a pass. */
export type Proof = { readonly credential: string } | { readonly agent: string };

/** A conversation as somebody who was let in sees it. */
export interface Admission {
  readonly row: ConversationRow;
  readonly viewer: Viewer;
}

/** Lets in, or refuses. A wrong credential and an unknown conversation look the same, so that ids can't be tried out. */
export async function admit(
  tx: Tx,
  conversation: string,
  proof: Proof,
  { now, presence }: { readonly now: number; readonly presence: Presence },
): Promise<Admission> {
  if ('agent' in proof) {
    const agent = await account(tx, proof.agent);
    const row = await tx.conversation(conversation);
    if (!row) throw unknown();
    mayManage(agent, row);
    return { row, viewer: { side: 'staff', person: agent.id } };
  }
  const row = presence.passes(proof.credential, conversation)
    ? await tx.conversation(conversation)
    : await byCredential(tx, conversation, proof.credential, now);
  if (!row) throw unknown();
  return { row, viewer: { side: 'visitor', person: row.person } };
}

/** A credential lies on a device, and may be stolen there: it opens nothing of a customer's, whether they are there or not. */
async function byCredential(
  tx: Tx,
  conversation: string,
  shown: string,
  now: number,
): Promise<ConversationRow | undefined> {
  const credential = await tx.credential(secretHash(shown));
  if (credential?.conversation !== conversation || credential.expiresAt <= now) return undefined;
  const row = await tx.conversation(conversation);
  return row?.identity === null ? row : undefined;
}

function unknown(): ChatFault {
  return new ChatFault('unknown-conversation', 'there is no such conversation, or the credential does not open it');
}
