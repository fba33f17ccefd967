/** HTML of an old configuration as a tree of data: no parser of the browser is asked, so nothing in it can run. */

/** An element of the allow-list. Attributes are of the allow-list, their values are not judged yet. */
export type HtmlElement = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
};

/** Text, or an element. */
export type HtmlNode = string | HtmlElement;

/** Longer than this is no decoration of a page: it stays text. */
const MOST_TEXT = 50_000;
const MOST_NODES = 2_000;
const MOST_DEEP = 40;

const TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo blockquote br cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ' +
    'mark ol p pre q s small span strong sub sup u ul wbr'
  ).split(' '),
);
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);
/** What is in these is no text for a person. A browser reads the first kind up to its own end tag, whatever stands in it. */
const RAW: ReadonlySet<string> = new Set(
  'iframe noembed noframes noscript plaintext script style textarea title xmp'.split(' '),
);
const HIDDEN: ReadonlySet<string> = new Set('audio canvas datalist math object select svg template video'.split(' '));

const EVERYWHERE = ['class', 'dir', 'lang', 'title'];
const ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...TAGS].map((tag) => {
    const own = tag === 'a' ? ['href'] : tag === 'img' ? ['src', 'alt', 'width', 'height'] : [];
    return [tag, new Set([...EVERYWHERE, ...own])];
  }),
);

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    times: '×',
    euro: '€',
    pound: '£',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
  }),
);

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name as string) ?? all;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : '\ufffd';
  });
}

type Open = { readonly tag: string; readonly children: HtmlNode[]; readonly hidden: boolean };

/** Builds the tree while the scanner reads. */
class Tree {
  readonly #root: Open = { tag: '', children: [], hidden: false };
  #open: Open[] = [this.#root];
  #nodes = 0;

  get nodes(): readonly HtmlNode[] {
    return this.#root.children;
  }

  get #top(): Open {
    return this.#open.at(-1) ?? this.#root;
  }

  text(text: string): void {
    if (text === '' || this.#top.hidden || this.#nodes++ >= MOST_NODES) return;
    this.#top.children.push(decode(text));
  }

  start(tag: string, attributes: ReadonlyMap<string, string>): void {
    const { children, hidden } = this.#top;
    const leaf = VOID.has(tag);
    // What is not on the list is left out, and what stands in it is kept.
    const shown = TAGS.has(tag) && !hidden && this.#nodes < MOST_NODES && this.#open.length < MOST_DEEP;
    const inside: HtmlNode[] = shown ? [] : children;
    if (shown) {
      this.#nodes++;
      children.push({ tag, attributes, children: inside });
    }
    if (!leaf && this.#open.length < MOST_NODES)
      this.#open.push({ tag, children: inside, hidden: hidden || HIDDEN.has(tag) });
  }

  end(tag: string): void {
    const at = this.#open.findLastIndex((open) => open.tag === tag);
    if (at > 0) this.#open.length = at;
  }
}

const TAG_OPEN = /<(\/?)([a-zA-Z][\w:-]*)/y;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const TAG_CLOSE = /[^>]*>?/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The attributes from here on, and where the tag is over. */
function attributesAt(html: string, tag: string, from: number): { found: ReadonlyMap<string, string>; end: number } {
  const allowed = ATTRIBUTES.get(tag);
  const found = new Map<string, string>();
  let end = from;
  for (;;) {
    const match = matchAt(ATTRIBUTE, html, end);
    if (!match) break;
    end += match[0].length;
    const name = match[1]!.toLowerCase();
    // The first of two counts, as in a browser.
    if (allowed?.has(name) && !found.has(name)) found.set(name, decode(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return { found, end: end + (matchAt(TAG_CLOSE, html, end)?.[0].length ?? 0) };
}

/** Where a raw element that begins here is over. */
function rawEnd(html: string, tag: string, from: number): number {
  const end = new RegExp(`</${tag}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const match = end.exec(html);
  return match ? match.index : html.length;
}

function skipDeclaration(html: string, at: number): number {
  const comment = html.startsWith('<!--', at);
  const end = comment ? html.indexOf('-->', at + 4) : html.indexOf('>', at);
  return end < 0 ? html.length : end + (comment ? 3 : 1);
}

/**
 * Reads HTML into a tree of elements and attributes on the allow-list. Never throws; takes a time that grows with the
 * length alone.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  if (html.length > MOST_TEXT) return [html];
  const tree = new Tree();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) break;
    tree.text(html.slice(at, next));
    at = next;
    const match = matchAt(TAG_OPEN, html, at);
    if (!match) {
      const declaration = /^<[!?/]/.test(html.slice(at, at + 2));
      if (!declaration) tree.text('<');
      at = declaration ? skipDeclaration(html, at) : at + 1;
      continue;
    }
    const tag = match[2]!.toLowerCase();
    const { found, end } = attributesAt(html, tag, at + match[0].length);
    at = end;
    if (match[1]) tree.end(tag);
    else if (RAW.has(tag)) at = rawEnd(html, tag, at);
    else tree.start(tag, found);
  }
  tree.text(html.slice(at));
  return tree.nodes;
}
