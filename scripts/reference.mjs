// node scripts/reference.mjs: writes docs/elements.md, the reference of every element, from the custom elements manifest, which is made
// of the doc tags in src/elements. With --check it writes nothing and fails when the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

process.chdir(path.resolve(import.meta.dirname, '..'));

const PAGE = 'docs/elements.md';
const ORDER = [
  'live-chat',
  'chat-launcher',
  'chat-window',
  'chat-header',
  'chat-status',
  'chat-transcript',
  'chat-message',
  'chat-composer',
];

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => rank(a) - rank(b) || a.tagName.localeCompare(b.tagName));

function rank({ tagName }) {
  const place = ORDER.indexOf(tagName);
  return place < 0 ? ORDER.length : place;
}

const cell = (text = '') =>
  text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
const code = (text) => `\`${cell(text)}\``;

function table(title, heads, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), '', ''].join('\n');
}

const isPublic = ({ privacy = 'public', name, static: isStatic, description = '' }) =>
  privacy === 'public' &&
  !name.startsWith('#') &&
  !isStatic &&
  !description.startsWith('@internal') &&
  description !== '';

/** The words of a doc comment; links to other declarations become code. */
const prose = (text = '') => text.replaceAll(/\{@link (\w+)\}/g, '`$1`');

function section({ tagName, summary, description, members = [], attributes = [], events = [], ...rest }) {
  const attributeOf = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  const fields = members.filter((member) => member.kind === 'field' && isPublic(member));
  const methods = members.filter((member) => member.kind === 'method' && isPublic(member));
  return [
    `## \`<${tagName}>\``,
    '',
    prose(summary),
    '',
    prose(description),
    '',
    table(
      'Properties and attributes',
      ['property', 'attribute', 'type', 'default', 'meaning'],
      fields.map(({ name, type, default: value, readonly, description: text }) => [
        code(name),
        attributeOf.has(name) ? code(attributeOf.get(name)) : '',
        type ? code(type.text.replace(/ \| undefined$/, '')) : '',
        value ? code(value) : '',
        cell(prose(text)) + (readonly ? ' Read-only.' : ''),
      ]),
    ),
    table(
      'Methods',
      ['method', 'meaning'],
      methods.map(({ name, parameters = [], description: text }) => [
        code(`${name}(${parameters.map((one) => one.name + (one.optional || one.default ? '?' : '')).join(', ')})`),
        cell(prose(text)),
      ]),
    ),
    table(
      'Events',
      ['event', 'when'],
      // What is dispatched without a doc tag is not for pages.
      events
        .filter(({ name, description: text }) => name?.startsWith('chat-') && text)
        .map(({ name, description: text }) => [code(name), cell(text)]),
    ),
    table(
      'Slots',
      ['slot', 'content'],
      (rest.slots ?? []).map(({ name, description: text }) => [name ? code(name) : 'default', cell(text)]),
    ),
    table(
      'Parts',
      ['part', 'box'],
      (rest.cssParts ?? []).map(({ name, description: text }) => [code(name), cell(text)]),
    ),
    table(
      'Custom properties',
      ['property', 'default', 'meaning'],
      (rest.cssProperties ?? []).map(({ name, default: value, description: text }) => [
        code(name),
        value ? code(value) : '',
        cell(text),
      ]),
    ),
    table(
      'States',
      ['state', 'meaning'],
      (rest.cssStates ?? []).map(({ name, description: text }) => [code(`:state(${name})`), cell(text)]),
    ),
  ].join('\n');
}

const text = `# Elements

Made from the doc tags of the elements by \`node scripts/reference.mjs\`; change it there. Every element inside the widget takes \`for="id"\`
when it stands outside of its \`<live-chat>\`. How the parts of the window are reached from \`<live-chat>\`, and the tokens that all
elements share, is told in [styling.md](styling.md); what the events hold in [events.md](events.md).

${elements.map(section).join('\n')}`;

const wanted = await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE });
if (process.argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== wanted) {
    console.error(`${PAGE} is out of date: run node scripts/reference.mjs`);
    process.exitCode = 1;
  }
} else writeFileSync(PAGE, wanted);
