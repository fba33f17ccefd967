// node scripts/emojis.mjs: writes the emoji data of src/elements/emojis/, from unicode-emoji-json (which there are, in what
// order) and the annotations of Unicode CLDR (their names and the words to find them by). With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const FOLDER = path.resolve(import.meta.dirname, '../src/elements/emojis/data');
const require = createRequire(import.meta.url);

/** The fonts of newer systems only have what came later: it would be empty boxes for everybody else. */
const NEWEST = 14;
/** Words beside the name; more makes the data larger than the search better. */
const WORDS = 4;

const LANGUAGES = ['en', 'ar'];
const KEYCAP = { en: 'keycap', ar: 'مفتاح' };
const FLAG = { en: 'flag', ar: 'علم' };

const groups = require('unicode-emoji-json/data-by-group.json').map(({ emojis }) =>
  emojis.filter(({ emoji_version: version }) => Number(version) <= NEWEST),
);

const bare = (emoji) => emoji.replaceAll('\uFE0F', '');
const REGIONS = /^[\u{1F1E6}-\u{1F1FF}]{2}$/u;

function regionOf(emoji) {
  return [...emoji].map((letter) => String.fromCodePoint(letter.codePointAt(0) - 0x1f1e6 + 65)).join('');
}

function namesIn(lang) {
  const { annotations } = require(`cldr-annotations-full/annotations/${lang}/annotations.json`).annotations;
  const regions = new Intl.DisplayNames(lang, { type: 'region' });
  return ({ emoji, name }) => {
    const found = annotations[bare(emoji)];
    if (found) {
      const [tts] = found.tts;
      // A word that the name has, or that begins another one, finds nothing more.
      const words = found.default.filter((word) => !tts.includes(word) && !word.includes(' '));
      return [tts, ...words.slice(0, WORDS)];
    }
    if (REGIONS.test(emoji)) return [regions.of(regionOf(emoji)), FLAG[lang]];
    const keycap = /^(.+)\u20E3$/u.exec(bare(emoji))?.[1];
    if (keycap) return [`${KEYCAP[lang]} ${keycap}`];
    if (lang === 'en') return [name.replace(/^flag /, ''), ...(name.startsWith('flag ') ? [FLAG.en] : [])];
    return [];
  };
}

const CREDITS = `// Written by scripts/emojis.mjs; change it there. Made of unicode-emoji-json (MIT) and Unicode CLDR
// (Unicode License v3, copyright © 1991 onwards Unicode, Inc., https://www.unicode.org/license.txt).
`;

async function write(name, code) {
  const file = path.join(FOLDER, name);
  const text = await format(CREDITS + code, { ...(await resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  if (readFileSync(file, 'utf8') === text) return;
  console.error(`${path.relative('.', file)} is not what its sources make: run node scripts/emojis.mjs`);
  process.exitCode = 1;
}

const order = groups.map((emojis) =>
  emojis.map(({ emoji, skin_tone_support: tones }) => emoji + (tones ? '+' : '')).join(' '),
);
await write(
  'order.ts',
  `/** The emojis by group, a line each; a + says that one has skin tones. */
export const ORDER = ${JSON.stringify(order.join('\n'))};
`,
);
for (const lang of LANGUAGES) {
  const names = namesIn(lang);
  const lines = groups.flat().map((emoji) => names(emoji).join('|'));
  const missing = lines.filter((line) => line === '').length;
  if (missing > 0) console.warn(`${lang}: ${missing} of ${lines.length} have no name and take the English one`);
  await write(
    `${lang}.ts`,
    `/** Names of the emojis, a line each in the order of \`order.ts\`, then words to find them by. */
export const NAMES = ${JSON.stringify(lines.join('\n'))};
`,
  );
}
