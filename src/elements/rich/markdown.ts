/** Markdown: read into a tree by marked's lexer, drawn from a list of nodes. HTML in it is text, and pictures are links. */
import { html, nothing, type TemplateResult } from 'lit';
import { Lexer, type Token, type Tokens } from 'marked';
import { safeUrl } from '../transcript/safe-url.js';

/** What is deeper than this is text: nobody writes it, and drawing it costs. */
const DEEPEST = 12;

/** More nodes than these, and the rest is left out. */
const MOST = 1_000;

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
    return (tokens ?? []).map((token) => (this.#left-- > 0 ? this.#one(token, depth) : nothing));
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
        const each = items.map((item) => html`<li dir="auto">${this.all(item.tokens, depth + 1)}</li>`);
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

const read = new Map<string, Token[]>();

/** A text drawn; what was read last is kept, because rows are drawn again and again. */
export function markdownTemplate(text: string, tabindex: number): TemplateResult {
  let tokens = read.get(text);
  if (!tokens) {
    tokens = new Lexer({ gfm: true, breaks: true }).lex(text);
    if (read.size > 200) read.clear();
    read.set(text, tokens);
  }
  return html`${new Drawing(tabindex).all(tokens, 0)}`;
}
