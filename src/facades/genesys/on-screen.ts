/** What the UI plugin puts on the screen: rows of the page's own, and an overlay; fetched with the first of them. */
import { Refusal } from './answers.js';
import { isPlain } from './copy.js';
import type { HostPort } from './host.js';
import { renderHtml } from './html/render.js';

type Options = Readonly<Record<string, unknown>>;
type Content = readonly (Node | string)[];

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A node of the page, or the nodes of a jQuery object. */
function nodesOf(value: unknown): readonly Node[] {
  if (value instanceof Node) return [value];
  if (typeof value !== 'object' || value === null || !('length' in value)) return [];
  return Array.from(value as ArrayLike<unknown>).filter((node) => node instanceof Node);
}

/** What the page gave as HTML: its own nodes as they are, a text through the allow-lists. */
function contentOf(value: unknown): Content {
  const nodes = nodesOf(value);
  const html = textOf(value);
  return nodes.length > 0 || html === undefined ? nodes : renderHtml(html, document);
}

const wordsOf = (content: Content): string =>
  content
    .map((node) => (typeof node === 'string' ? node : (node.textContent ?? '')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The address of the first picture in it: what an avatar can show here. */
function pictureOf(value: unknown): string | undefined {
  const [image] = contentOf(value).flatMap((node) =>
    node instanceof Element ? (node.matches('img') ? node : (node.querySelector('img') ?? [])) : [],
  );
  return image?.getAttribute('src') ?? undefined;
}

/** A reference as old pages expect it. */
function wrapped(element: unknown): unknown {
  const { jQuery } = globalThis as { readonly jQuery?: unknown };
  return typeof jQuery === 'function' && element ? (jQuery as (element: unknown) => unknown)(element) : element;
}

async function injectMessage(host: HostPort, options: Options, added: (data: unknown) => void): Promise<unknown> {
  const { type, text, name, custom, bubble } = options;
  const { fill, radius, time, name: named, direction, avatar } = isPlain(bubble) ? bubble : {};
  const rich = type === 'html' || nodesOf(text).length > 0;
  const content = rich ? contentOf(text) : undefined;
  if (content ? content.length === 0 : textOf(text) === undefined)
    throw new Refusal('injectMessage: text must be the text or the HTML of the message');
  const without = [custom === true && 'bubble', named === false && 'name', time === false && 'time'];
  const row = {
    text: content ? wordsOf(content) : textOf(text),
    content,
    name: textOf(name),
    avatar: isPlain(avatar) ? pictureOf(avatar['custom']) : undefined,
    fill: textOf(fill),
    radius: textOf(radius),
    without: without.filter(Boolean),
    side: direction === 'right' ? 'end' : 'start',
  };
  const html = wrapped(await host.view('injectMessage', row));
  added({ data: { type: 'Message', text: row.text, from: { name: row.name ?? '', type: 'System' } }, html });
  return { data: html };
}

/** Each command, by its name. */
export const onScreen = {
  injectMessage,
  showOverlay: async (host: HostPort, { html }: Options): Promise<unknown> => {
    const content = contentOf(html);
    if (content.length === 0) throw new Refusal('showOverlay: html must be HTML, an element or a jQuery object');
    await host.view('showOverlay', { content });
    return {};
  },
  hideOverlay: async (host: HostPort): Promise<unknown> => {
    if (!(await host.view('hideOverlay'))) throw new Refusal('The overlay is already closed');
    return {};
  },
  setAutoScroll: async (host: HostPort, options: Options): Promise<unknown> => {
    const { autoScroll, enabled } = options;
    const follow = autoScroll ?? enabled;
    if (typeof follow !== 'boolean') throw new Refusal('setAutoScroll: autoScroll must be true or false');
    await host.view('setAutoScroll', follow);
    return {};
  },
} as const;
