/** Whether a text matches an expression of the page, without ever holding the page up. */
export type Matcher = (text: string) => boolean;

/** What a matcher is made with. */
export type MatcherOptions = {
  /** Milliseconds. */
  readonly now: () => number;
  /** Told once, when an expression took too long and is asked no more. */
  readonly slow: () => void;
};

/** So long may one text take that is matched natively, in milliseconds; and by so many characters it grows. */
const LIMIT = 100;
const STEP = 4;
/** What `\s` means beyond ASCII; in the linear engine it does not. */
const BLANKS = /[\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;

/**
 * Compiles an expression for an engine whose time is linear, whatever the expression and the text are. What that engine does not
 * know, lookaround and references back, is left to the browser's own, and watched.
 */
export async function matcherOf(expression: RegExp, options: MatcherOptions): Promise<Matcher> {
  try {
    const { RE2JS } = await import('re2js');
    const linear = RE2JS.compile(RE2JS.translateRegExp(expression));
    return (text) => linear.test(text) || linear.test(text.replace(BLANKS, ' '));
  } catch {
    return watched(expression, options);
  }
}

/**
 * Nothing can stop the browser's engine once it has begun. So the text grows bit by bit, with a character after it that nothing expects:
 * an expression that would take for ever on the whole is found out while it takes a moment, and is off from then on.
 */
function watched(expression: RegExp, { now, slow }: MatcherOptions): Matcher {
  const own = new RegExp(expression.source, expression.flags.replace(/[gy]/g, ''));
  let off = false;
  return (text) => {
    const begun = now();
    for (let end = STEP; !off; end += STEP) {
      const whole = end >= text.length;
      const found = own.test(whole ? text : `${text.slice(0, end)}\0`);
      if (now() - begun > LIMIT) {
        off = true;
        slow();
      }
      if (whole) return found;
    }
    return false;
  };
}
