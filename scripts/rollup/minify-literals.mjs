// Shortens css`` and html`` literals in the bundles for the CDN. The published minifiers read CSS with parsers that
// do not know nesting, @container or @layer and then leave the whole sheet as it was; esbuild's printer knows them.
import { walk } from 'estree-walker';
import MagicString from 'magic-string';
import { transform } from 'esbuild';

/** White space is text in these, or may be. */
const KEEPS_SPACE = /<(pre|textarea)\b/i;

const escapeLiteral = (text) => text.replace(/[\\`]|\$\{/g, '\\$&');
// One blank is kept: between two inline elements it can be seen.
const squeeze = (raw) => raw.replace(/\s+/g, ' ');

async function minifySheet(css, id) {
  const { code, warnings } = await transform(css, {
    loader: 'css',
    minify: true,
    target: 'es2022',
    // Every browser we support nests; unnested rules would be longer.
    supported: { nesting: true },
  });
  // A warning means a rule that browsers will drop.
  if (warnings.length > 0) throw new Error(`${id}: ${warnings[0].text} (${warnings[0].location?.lineText.trim()})`);
  return escapeLiteral(code.trim());
}

export const minifyLiterals = ({ include }) => ({
  name: 'minify-literals',
  async transform(code, id) {
    if (!include.test(id) || !/\b(css|html|svg)\s*`/.test(code)) return null;
    const out = new MagicString(code);
    const sheets = [];
    const squeezeParts = (parts) => {
      for (const part of parts) if (part.end > part.start) out.overwrite(part.start, part.end, squeeze(part.value.raw));
    };
    walk(this.parse(code), {
      enter({ type, tag, quasi }) {
        if (type !== 'TaggedTemplateExpression' || tag.type !== 'Identifier') return;
        const parts = quasi.quasis;
        if (tag.name === 'css') {
          // With a hole in it a sheet is not one that a parser can read; its white space goes all the same.
          if (parts.length > 1) squeezeParts(parts);
          else if (parts[0].end > parts[0].start) sheets.push(parts[0]);
        } else if (tag.name === 'html' || tag.name === 'svg') {
          if (!parts.some((part) => KEEPS_SPACE.test(part.value.raw))) squeezeParts(parts);
        }
      },
    });
    for (const part of sheets) out.overwrite(part.start, part.end, await minifySheet(part.value.cooked, id));
    return { code: out.toString(), map: out.generateMap({ hires: true }) };
  },
});
