/** Addresses in plain text: found, judged by an allow-list, and shown honestly. Pure; the result is data, never HTML. */
import type { Link, Segment } from './linkify.js';
import { safeUrl } from './safe-url.js';

/** More links than these in one message stay text: the nodes of a window are bounded whatever somebody pastes. */
const MAX_LINKS = 60;

/** Longer texts are shown, but not searched: nothing that a person writes is this long. */
const MAX_SEARCH = 20_000;

// What ends an address: blanks, quotes, controls, invisible and direction-changing characters (they would let the text
// look like another address), and the full-width punctuation that follows one without a blank in Chinese and Japanese.
const STOP = String.raw`\s<>"\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3001\u3002\ufeff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u300a-\u300f`;

// Bounded quantifiers in the mail part: it must stay linear in a text without an "@".
const FIND = new RegExp(
  String.raw`\b(?:https?:\/\/|www\.(?=[^${STOP}.]))[^${STOP}]+|\b(?:mailto:|tel:)[^${STOP}]+|(?<![\w.+%-])[\w.+%-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\b`,
  'giu',
);

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** How much of a match is the address: the punctuation of the sentence around it is not, a closing bracket only if it was opened inside. */
function lengthOf(match: string): number {
  const open = { ')': 0, ']': 0, '}': 0 } as Record<string, number>;
  for (const char of match)
    for (const close in PAIRS) {
      if (char === PAIRS[close]) open[close]!++;
      if (char === close) open[close]!--;
    }
  let length = match.length;
  for (; length > 0; length--) {
    const char = match[length - 1]!;
    if (char in PAIRS) {
      if (open[char]! >= 0) break;
      open[char]!++;
    } else if (!'.,:;!?\'"`*_~…’”»'.includes(char)) break;
  }
  return length;
}

/** The address that a match means: a bare host or mailbox gets its scheme. */
function addressOf(text: string): string | undefined {
  if (/^[a-z]+:/i.test(text)) return text;
  if (/^www\./i.test(text)) return `https://${text}`;
  return text.includes('@') ? `mailto:${text}` : undefined;
}

function linkOf(text: string): Link | undefined {
  const written = addressOf(text);
  if (written === undefined) return undefined;
  const url = safeUrl(written);
  if (!url) return undefined;
  const web = url.protocol.startsWith('http');
  // A scheme alone, or a host that is none, is no link; neither is a number without digits.
  if (web ? !url.hostname : !/[\w]/.test(url.pathname)) return undefined;
  // Userinfo, other alphabets, a backslash or odd notations of an address make the text promise another host.
  const promised = written.toLowerCase().slice(url.protocol.length + 2);
  const honest =
    !web || (promised.startsWith(url.hostname) && /^(?:$|[/?#]|:\d)/.test(promised.slice(url.hostname.length)));
  return { text, href: url.href, host: honest ? undefined : url.hostname };
}

/** Cuts a text into plain pieces and links; joined, the texts of the pieces are the text. */
export function splitText(text: string): readonly Segment[] {
  if (text.length > MAX_SEARCH) return [text];
  const segments: Segment[] = [];
  let end = 0;
  let links = 0;
  for (const match of text.matchAll(FIND)) {
    const found = match[0].slice(0, lengthOf(match[0]));
    const link = linkOf(found);
    if (!link) continue;
    if (match.index > end) segments.push(text.slice(end, match.index));
    segments.push(link);
    end = match.index + found.length;
    if (++links === MAX_LINKS) break;
  }
  if (end < text.length || segments.length === 0) segments.push(text.slice(end));
  return segments;
}
