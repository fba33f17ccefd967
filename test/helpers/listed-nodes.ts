/** What a drawn message may be made of. Whatever is not in these lists is a fault, however harmless it looks. */

const EVERYWHERE = ['class', 'part', 'role', 'dir', 'id', 'title', 'hidden', 'tabindex', 'data-key', 'data-seq'];

const OF: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'target', 'rel'],
  bdi: [],
  blockquote: [],
  br: [],
  button: ['type'],
  code: [],
  dd: [],
  del: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  figcaption: [],
  figure: [],
  form: ['novalidate'],
  hr: [],
  i: [],
  img: ['src', 'alt', 'width', 'height', 'referrerpolicy', 'decoding'],
  input: [
    ...['type', 'name', 'value', 'maxlength', 'min', 'max', 'step', 'autocomplete'],
    ...['required', 'disabled', 'checked'],
  ],
  label: ['for'],
  legend: [],
  li: [],
  ol: ['start'],
  option: ['value', 'selected'],
  p: [],
  pre: [],
  select: ['name', 'required', 'disabled'],
  small: [],
  span: [],
  strong: [],
  textarea: ['name', 'rows', 'maxlength', 'required', 'disabled'],
  time: ['datetime'],
  ul: [],
  svg: [
    ...['viewBox', 'width', 'height', 'fill', 'focusable'],
    ...['stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
  ],
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
};

const INPUTS = ['checkbox', 'radio', 'text', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local'];

const schemeOf = (address: string): string => {
  try {
    return new URL(address).protocol;
  } catch {
    return `no address: ${address.slice(0, 80)}`;
  }
};

/** What is wrong with one attribute; undefined: nothing. */
function faultOf(element: Element, name: string, value: string): string | undefined {
  const tag = element.localName;
  if (!EVERYWHERE.includes(name) && !name.startsWith('aria-') && !OF[tag]?.includes(name)) return 'not on the list';
  if (name === 'href' && !['http:', 'https:', 'mailto:', 'tel:'].includes(schemeOf(value))) return schemeOf(value);
  if (name === 'src' && !['http:', 'https:'].includes(schemeOf(value))) return schemeOf(value);
  if (name === 'target' && element.getAttribute('rel') !== 'noopener noreferrer') return 'without its rel';
  if (tag === 'input' && name === 'type' && !INPUTS.includes(value)) return 'no such input';
  return undefined;
}

/** Everything below a node that is not on the lists, in words; what a page drew itself is left alone. */
export function unlisted(root: Element): string[] {
  const faults: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (!Object.hasOwn(OF, node.localName)) faults.push(`<${node.localName}>`);
      if (node.shadowRoot) faults.push(`<${node.localName}> with a root of its own`);
      for (const { name, value } of node.attributes) {
        const fault = faultOf(node, name, value);
        if (fault !== undefined) faults.push(`<${node.localName} ${name}>: ${fault}`);
      }
    } else if (node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.COMMENT_NODE)
      faults.push(`a node of type ${node.nodeType}`);
  }
  return faults;
}
