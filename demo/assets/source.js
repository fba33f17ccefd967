// Shows a CSS file of the page, with a little colour.

const TOKEN = /(\/\*[\s\S]*?\*\/)|^(\s*)([\w-]+)(?=:\s)|^([^\s{}][^{}\n]*)(?=\s*\{)/gm;

function span(kind, text) {
  const element = document.createElement('span');
  element.className = `css-${kind}`;
  element.textContent = text;
  return element;
}

/** The text with comments, properties and selectors marked. */
function coloured(css) {
  const nodes = [];
  let last = 0;
  for (const { index, 0: match, 1: comment, 2: space = '', 3: property, 4: selector } of css.matchAll(TOKEN)) {
    nodes.push(css.slice(last, index) + space);
    if (comment) nodes.push(span('comment', comment));
    else if (property) nodes.push(span('property', property));
    else nodes.push(span('selector', selector));
    last = index + match.length;
  }
  return [...nodes, css.slice(last)];
}

/** Fetches the file and puts it into the box. What can't be fetched is still a link there. */
export async function showSource(box, address) {
  const response = await fetch(address);
  if (!response.ok) return;
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  pre.tabIndex = 0;
  pre.append(code);
  code.append(...coloured((await response.text()).trim()));
  box.append(pre);
}
