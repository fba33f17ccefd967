/** Finds plain addresses in what somebody wrote. The result is data: nothing here makes markup. */

/** A piece of a text: words, or an address that may be followed. */
export type Piece = { readonly text: string; readonly href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]{2,2000}/giu;
const TRAILING = /[.,;:!?)\]}'"»”’]+$/u;

/** Cuts a text into pieces. Only `http` and `https` addresses become links. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const href = safeAddress(address);
    if (href === undefined) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    found.push({ text: address, href });
    at = match.index + address.length;
  }
  if (at < text.length || found.length === 0) found.push({ text: text.slice(at) });
  return found;
}

/** The address as the browser would read it, if it is one that may be followed. */
export function safeAddress(text: string): string | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
