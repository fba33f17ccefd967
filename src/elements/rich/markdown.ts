/** Markdown: read into a tree by marked's lexer, drawn from a list of nodes. HTML in it is text, and pictures are links. */
import { html, nothing, type TemplateResult } from 'lit';
import { Lexer, type Token, type Tokens } from 'marked';
import { safeUrl } from '../transcript/safe-url.js';

/** What is deeper than this is text: nobody writes it, and drawing it costs. */
const DEEPEST = 12;

/** More nodes than these, and the rest is text: for each that is added, browsers look for the direction of all before it. */
const MOST = 400;

/** A longer text is not read: what is written by hand is shorter, and a text that grows is read again with every piece. */
const LONGEST = 20_000;

/** More signs than these in one paragraph, and it is text: the lexer compares each with the others. */
const MOST_SIGNS = 200;
const SIGN = /[*_~`[\]<!&\\(|]/g;

/** A line that begins with so many marks of quotes and lists: the lexer calls itself for each, until there is no stack left. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){13}/m;

type Drawn = TemplateResult | string | typeof nothing;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** The few entities that people write; all others stay as they are written. */
const plain = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, dec?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = dec === undefined ? parseInt(hex ?? '', 16) : Number(dec);
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );

class Drawing {
  #left = MOST;

  constructor(readonly tabindex: number) {}

  all(tokens: readonly Token[] | undefined, depth: number): Drawn[] {
    return this.#each(tokens ?? [], (token) => this.#one(token, depth), String);
  }

  /** Draws one after the other while nodes are left, and what remains as it was written. */
  #each<One extends Token>(tokens: readonly One[], draw: (one: One) => Drawn, rest: (raw: string) => Drawn): Drawn[] {
    const drawn: Drawn[] = [];
    for (const [index, token] of tokens.entries()) {
      if (this.#left <= 0) {
        const raw = tokens.slice(index).map((one) => one.raw);
        return [...drawn, rest(raw.join(''))];
      }
      this.#left--;
      drawn.push(draw(token));
    }
    return drawn;
  }

  #one(token: Token, depth: number): Drawn {
    if (depth > DEEPEST) return token.raw;
    const inner = () => this.all((token as Tokens.Generic).tokens, depth + 1);
    switch (token.type) {
      case 'space':
      case 'def':
        return nothing;
      case 'paragraph':
        return html`<p dir="auto">${inner()}</p>`;
      case 'heading':
        return html`<p class="title" dir="auto">${inner()}</p>`;
      case 'blockquote':
        return html`<blockquote>${inner()}</blockquote>`;
      case 'hr':
        return html`<hr />`;
      case 'code':
        return html`<pre dir="ltr" tabindex=${this.tabindex}><code>${(token as Tokens.Code).text}</code></pre>`;
      case 'list': {
        const { ordered, start, items } = token as Tokens.List;
        const line = (inside: unknown) => html`<li dir="auto">${inside}</li>`;
        const each = this.#each(items, (item) => line(this.all(item.tokens, depth + 1)), line);
        return ordered
          ? html`<ol start=${start || 1}>
              ${each}
            </ol>`
          : html`<ul>
              ${each}
            </ul>`;
      }
      case 'checkbox':
        return (token as Tokens.Generic)['checked'] === true ? '☑ ' : '☐ ';
      case 'strong':
        return html`<strong>${inner()}</strong>`;
      case 'em':
        return html`<em>${inner()}</em>`;
      case 'del':
        return html`<del>${inner()}</del>`;
      case 'codespan':
        return html`<code dir="ltr">${(token as Tokens.Codespan).text}</code>`;
      case 'br':
        return html`<br />`;
      case 'link':
        return this.#link((token as Tokens.Link).href, inner(), token.raw);
      case 'image': {
        const { href, text } = token as Tokens.Image;
        return this.#link(href, [text || href], token.raw);
      }
      case 'escape':
        return (token as Tokens.Escape).text;
      case 'text': {
        const { tokens, text } = token as Tokens.Text;
        return tokens ? html`${this.all(tokens, depth + 1)}` : plain(text);
      }
      default:
        // HTML, tables, and whatever a later version finds: as it was written.
        return token.raw;
    }
  }

  /** A link whose text promises another host tells which it leads to. */
  #link(href: string, words: Drawn[], raw: string): Drawn {
    const url = safeUrl(href);
    if (!url) return raw;
    const blank = url.protocol.startsWith('http');
    const [only] = words.length === 1 ? words : [];
    const promised = typeof only === 'string' && /^(https?:\/\/|www\.)/i.test(only.trim());
    const other = promised && safeUrl(only.trim().replace(/^www\./i, 'https://www.'))?.host !== url.host;
    return html`<a
        part="link"
        href=${url.href}
        target=${blank ? '_blank' : nothing}
        rel=${blank ? 'noopener noreferrer' : nothing}
        tabindex=${this.tabindex}
        >${words}</a
      >${other ? html`<bdi class="host" part="link-host">${` (${url.host})`}</bdi>` : nothing}`;
  }
}

const asText = (text: string): Token => ({ type: 'text', raw: text, text });

/** The tree of a text, in a time that grows as the text does, whatever is in it: what would take longer stays text. */
function treeOf(text: string): Token[] {
  if (text.length > LONGEST || TOO_DEEP.test(text))
    return [{ type: 'paragraph', raw: text, text, tokens: [asText(text)] }];
  const lexer = new Lexer({ gfm: true, breaks: true });
  lexer.blockTokens(text.replace(/\r\n?/g, '\n'), lexer.tokens);
  // The paragraphs wait here until the addresses that are defined below them are known.
  for (const { src, tokens } of lexer.inlineQueue) {
    lexer.state.inRawBlock = false;
    if ((src.match(SIGN)?.length ?? 0) > MOST_SIGNS) tokens.push(asText(src));
    else lexer.inlineTokens(src, tokens);
  }
  return lexer.tokens;
}

/** So many characters are kept read: a text that grows is another one with every piece. */
const KEPT = 100_000;

const read = new Map<string, Token[]>();
let kept = 0;

/** A text drawn; what was read last is kept, because rows are drawn again and again. */
export function markdownTemplate(text: string, tabindex: number): TemplateResult {
  let tokens = read.get(text);
  if (!tokens) {
    tokens = treeOf(text);
    kept += text.length;
    if (kept > KEPT) {
      read.clear();
      kept = text.length;
    }
    read.set(text, tokens);
  }
  return html`${new Drawing(tabindex).all(tokens, 0)}`;
}
