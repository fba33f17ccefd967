import { parseHtml, type HtmlElement, type HtmlNode } from './parse.js';

const LINKS = ['http:', 'https:', 'mailto:', 'tel:'];
const PICTURES = ['http:', 'https:'];

/** An address, if its scheme is one of these. */
function addressOf(value: string, schemes: readonly string[], base: string): URL | undefined {
  try {
    const url = new URL(value, base);
    return schemes.includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function elementOf(node: HtmlElement, document: Document): Element | undefined {
  const element = document.createElement(node.tag);
  for (const [name, value] of node.attributes) {
    if (name === 'href' || name === 'src') {
      const url = addressOf(value, name === 'href' ? LINKS : PICTURES, document.baseURI);
      if (url) element.setAttribute(name, url.href);
    } else element.setAttribute(name, value);
  }
  if (node.tag === 'img') {
    if (!element.hasAttribute('src')) return undefined;
    element.setAttribute('referrerpolicy', 'no-referrer');
  }
  if (node.tag === 'a' && element.getAttribute('href')?.startsWith('http')) {
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  }
  element.append(...nodesOf(node.children, document));
  return element;
}

function nodesOf(nodes: readonly HtmlNode[], document: Document): (string | Element)[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? node : (elementOf(node, document) ?? [])));
}

/** HTML of an old configuration as nodes of a page, through the allow-lists of elements, attributes and addresses. */
export function renderHtml(html: string, document: Document): (string | Element)[] {
  return nodesOf(parseHtml(html), document);
}
