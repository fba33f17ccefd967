/**
 * What opens a conversation again: random, kept as a hash, expiring when unused, replaced when old. Several tabs share one,
 * so a replaced one still works for a while; and the answer that brings the new one may be lost, so that while begins when
 * somebody shows that they have it.
 */
import type { ConversationRow, CredentialRow } from '../store/port.js';
import { secretHash } from './hash.js';
import type { Random } from './ports.js';
import type { Settings } from './settings.js';
import type { Work } from './work.js';

/** The most that are valid for one conversation at a time; the oldest give way. */
const MOST = 20;

/** Uses that come sooner than this after the last do not prolong it: reading needs no write then. */
const SLIDE = 3_600_000;

/** Gives out a new credential; `replaced` is the hash of the one that the client showed, which stays, however old it is. */
export async function issue(
  work: Work,
  settings: Settings,
  random: Random,
  conversation: ConversationRow,
  replaced?: string,
): Promise<string> {
  const credential = random.id();
  await work.tx.addCredential({
    hash: secretHash(credential),
    conversation: conversation.id,
    createdAt: work.now,
    expiresAt: work.now + settings.credentialMs,
  });
  await work.tx.trimCredentials(conversation.id, MOST, replaced);
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
  const row = await show(work, settings, conversation, credential);
  if (!row) return undefined;
  if (!isOld(row, work, settings)) return {};
  return { renewed: await issue(work, settings, random, conversation, row.hash) };
}

/** The same without giving out another: using it prolongs it, and ends the time of those that it replaced. */
export async function show(
  work: Work,
  settings: Settings,
  conversation: ConversationRow,
  credential: string,
): Promise<CredentialRow | undefined> {
  const row = await work.tx.credential(secretHash(credential));
  if (!row || row.conversation !== conversation.id || row.expiresAt <= work.now) return undefined;
  const { credentialMs, credentialRenewMs, credentialGraceMs } = settings;
  const grace = work.now + credentialGraceMs;
  // Those that were old enough to be replaced by this one. Using this one again must not prolong their time.
  await work.tx.shortenCredentials(conversation.id, row.createdAt - credentialRenewMs, grace);
  const expiresAt = work.now + credentialMs;
  // One that is in its last time already stays there.
  if (expiresAt - row.expiresAt > SLIDE && !(isOld(row, work, settings) && row.expiresAt <= grace))
    await work.tx.saveCredential({ ...row, expiresAt });
  return row;
}

function isOld({ createdAt }: CredentialRow, { now }: Work, { credentialRenewMs }: Settings): boolean {
  return now - createdAt >= credentialRenewMs;
}
