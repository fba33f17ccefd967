/** What a page is given to come back to a conversation with, and what it may hand back. */

/** What opens a conversation. */
export type SessionHandle = { readonly remoteId: string; readonly credential: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** One string for both: the documents let `restore` have no more than a token. */
export function tokenOf({ remoteId, credential }: SessionHandle): string {
  return `${encodeURIComponent(remoteId)}/${credential}`;
}

function fromToken(token: string): SessionHandle | undefined {
  const cut = token.indexOf('/');
  try {
    const remoteId = decodeURIComponent(token.slice(0, Math.max(0, cut)));
    const credential = token.slice(cut + 1);
    return remoteId && credential ? { remoteId, credential } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads what `getSessionData` gave: the object, its JSON (pages keep it in cookies), or its token alone. Undefined when it is
 * none of these.
 */
export function readSessionData(value: unknown): SessionHandle | undefined {
  if (typeof value === 'string') {
    if (!value.trimStart().startsWith('{')) return fromToken(value.trim());
    try {
      return readSessionData(JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  return isObject(value) && typeof value['token'] === 'string' ? fromToken(value['token']) : undefined;
}
