/**
 * What opens a conversation again: random, kept as a hash, expiring when unused, replaced when old. Several tabs share one,
 * so a replaced one still works for a while.
 */
import type { ConversationRow } from '../store/port.js';
import { secretHash } from './hash.js';
import type { Random } from './ports.js';
import type { Settings } from './settings.js';
import type { Work } from './work.js';

/** The most that are valid for one conversation at a time; the oldest give way. */
const MOST = 20;

/** Uses that come sooner than this after the last do not prolong it: reading needs no write then. */
const SLIDE = 3_600_000;

/** Gives out a new credential. */
export async function issue(
  work: Work,
  settings: Settings,
  random: Random,
  conversation: ConversationRow,
): Promise<string> {
  const credential = random.id();
  await work.tx.addCredential({
    hash: secretHash(credential),
    conversation: conversation.id,
    createdAt: work.now,
    expiresAt: work.now + settings.credentialMs,
  });
  await work.tx.trimCredentials(conversation.id, MOST);
  return credential;
}

/** Whether a credential opens a conversation; `renewed` is there when it was old and the client should keep another now. */
export async function present(
  work: Work,
  settings: Settings,
  random: Random,
  conversation: ConversationRow,
  credential: string,
): Promise<{ renewed?: string } | undefined> {
  const row = await work.tx.credential(secretHash(credential));
  if (!row || row.conversation !== conversation.id || row.expiresAt <= work.now) return undefined;
  if (work.now - row.createdAt >= settings.credentialRenewMs) {
    const expiresAt = Math.min(row.expiresAt, work.now + settings.credentialGraceMs);
    // The first use after a day starts the grace time; using it again must not prolong it.
    if (row.expiresAt > expiresAt) await work.tx.saveCredential({ ...row, expiresAt });
    return { renewed: await issue(work, settings, random, conversation) };
  }
  const expiresAt = work.now + settings.credentialMs;
  if (expiresAt - row.expiresAt > SLIDE) await work.tx.saveCredential({ ...row, expiresAt });
  return {};
}
