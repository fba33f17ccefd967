/** Who may reach a conversation without a connection that has opened it: by its credential, or by an agent's account. */
import type { ConversationRow, Tx } from '../store/port.js';
import { account, mayManage } from './agent-actions.js';
import { ChatFault } from './fault.js';
import { secretHash } from './hash.js';
import type { Presence } from './presence.js';
import type { Viewer } from './views.js';

/** What a request shows to be let in. */
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
  const credential = await tx.credential(secretHash(proof.credential));
  const fits = credential?.conversation === conversation && credential.expiresAt > now;
  const row = fits ? await tx.conversation(conversation) : undefined;
  // A credential that was left on a device must not open what is a customer's: they have it open now, by their token.
  if (!row || (row.identity !== null && !presence.visitorOnline(row.id))) throw unknown();
  return { row, viewer: { side: 'visitor', person: row.person } };
}

function unknown(): ChatFault {
  return new ChatFault('unknown-conversation', 'there is no such conversation, or the credential does not open it');
}
