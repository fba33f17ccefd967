/** When a page invites by itself: rules as data, and whether one holds. Pure. */
import type { InviteOptions } from './invite.js';

/** One invitation, and when it shows: all that is given must hold. */
export type ProactiveRule = InviteOptions & {
  /** So many seconds the visitor has been looking at this page. */
  readonly seconds?: number | undefined;
  /** So much of the page was scrolled past, in per cent. */
  readonly scroll?: number | undefined;
  /** The pointer leaves the page at its top, as on the way to another tab. A touch screen never tells. */
  readonly exit?: boolean | undefined;
  /** The address of the page, or its path when it begins with a slash; `*` stands for anything. */
  readonly url?: string | readonly string[] | undefined;
  /** So many pages of the site were seen, this one counted. */
  readonly pages?: number | undefined;
  /** Whether accepting it only opens the window, where a form of the page is asked first; default. Otherwise a chat begins at once. */
  readonly showPrechat?: boolean | undefined;
};

/** What `proactive` of `<live-chat>` takes. */
export type ProactiveOptions = {
  /** The first that holds invites. */
  readonly rules: readonly ProactiveRule[];
  /** How often a visitor is invited at most within `within`; default: once. */
  readonly times?: number | undefined;
  /** In milliseconds; default: a day. Pages are counted for as long. */
  readonly within?: number | undefined;
};

/** How things stand on the page now. */
export type Standing = {
  readonly seconds: number;
  readonly scroll: number;
  readonly exit: boolean;
  readonly url: string;
  readonly pages: number;
};

const NUMBERS = ['seconds', 'scroll', 'pages'] as const;

/**
 * The rules that can be meant; of the others `warn` is told the field and the remedy. A mistake of the page keeps
 * nobody from chatting.
 */
export function readRules(given: unknown, warn: (text: string) => void): readonly ProactiveRule[] {
  const rules = (given as Partial<ProactiveOptions> | undefined)?.rules;
  if (!Array.isArray(rules)) {
    warn('proactive: give it { rules: [ … ] }');
    return [];
  }
  return rules.filter((rule: unknown, index) => {
    const wrong = problemOf(rule);
    if (wrong) warn(`proactive.rules[${index}] is left out: ${wrong}`);
    return !wrong;
  }) as ProactiveRule[];
}

function problemOf(rule: unknown): string | undefined {
  if (typeof rule !== 'object' || rule === null) return 'it must be an object';
  const { exit, url, ...rest } = rule as Readonly<Record<string, unknown>>;
  for (const name of NUMBERS) {
    const value = rest[name];
    if (value !== undefined && !(typeof value === 'number' && value >= 0)) return `${name} must be a number from 0 up`;
  }
  if (exit !== undefined && typeof exit !== 'boolean') return 'exit must be true or false';
  if (url !== undefined && ![url].flat().every((one) => typeof one === 'string'))
    return 'url must be a pattern such as "/cart*", or a list of them';
  const any = exit === true || url !== undefined || NUMBERS.some((name) => rest[name] !== undefined);
  return any ? undefined : 'it names no condition; give seconds, scroll, exit, url or pages';
}

/** Whether everything that a rule names holds. */
export function holds(rule: ProactiveRule, standing: Standing): boolean {
  const { exit, url } = rule;
  return (
    NUMBERS.every((name) => standing[name] >= (rule[name] ?? 0)) &&
    (exit !== true || standing.exit) &&
    (url === undefined || [url].flat().some((pattern) => matches(pattern, standing.url)))
  );
}

/** Whether an address fits a pattern, in a time that grows with their lengths and not with the stars. */
export function matches(pattern: string, address: string): boolean {
  const { origin, href } = new URL(address);
  const whole = href.replace(/#.*/s, '');
  const text = pattern.startsWith('/') ? whole.slice(origin.length) : whole;
  // A pattern of a path alone says nothing about the query.
  return [text, ...(pattern.includes('?') ? [] : [text.replace(/\?.*/s, '')])].some((one) => fits(pattern, one));
}

function fits(pattern: string, text: string): boolean {
  const [first = '', ...pieces] = pattern.split('*');
  if (pieces.length === 0) return text === pattern;
  const last = pieces.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
