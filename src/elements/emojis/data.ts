/** The emojis with their names, fetched when a picker is first opened. */

/** One emoji. */
export type Emoji = {
  readonly emoji: string;
  /** Its name in the language of the data. */
  readonly name: string;
  /** Its name and the words that find it, as {@link plainOf} makes them. */
  readonly words: string;
  /** Whether it has skin tones. */
  readonly tones: boolean;
};

/** All of them, by group; and by themselves, to find one again. */
export type EmojiSet = { readonly groups: readonly (readonly Emoji[])[]; readonly all: ReadonlyMap<string, Emoji> };

const loaders: Readonly<Record<string, () => Promise<{ readonly NAMES: string }>>> = {
  ar: () => import('./data/ar.js'),
};
const sets = new Map<string, Promise<EmojiSet>>();

/** Lower case, without accents and vowel signs: people search as they type. */
export const plainOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

async function load(lang: string): Promise<EmojiSet> {
  const [{ ORDER }, english, own] = await Promise.all([
    import('./data/order.js'),
    import('./data/en.js'),
    loaders[lang]?.(),
  ]);
  const fallback = english.NAMES.split('\n');
  const lines = own?.NAMES.split('\n') ?? [];
  const all = new Map<string, Emoji>();
  let index = 0;
  const groups = ORDER.split('\n').map((group) =>
    group.split(' ').map((item) => {
      const line = lines[index] || fallback[index] || '';
      index++;
      const tones = item.endsWith('+');
      const emoji = tones ? item.slice(0, -1) : item;
      const entry = { emoji, name: line.split('|')[0] ?? '', words: ` ${plainOf(line.replaceAll('|', ' '))}`, tones };
      all.set(emoji, entry);
      return entry;
    }),
  );
  return { groups, all };
}

/** The emojis with names in a language, or in English where there are none. */
export function emojisIn(lang: string): Promise<EmojiSet> {
  const [language = ''] = lang.toLowerCase().split('-');
  const known = sets.get(language);
  if (known) return known;
  const set = load(language);
  sets.set(language, set);
  // What could not be fetched may be there at the next try.
  set.catch(() => sets.delete(language));
  return set;
}

/** Those that every word of a query begins a word of, the names that begin with it first. */
export function findIn({ groups }: EmojiSet, query: string): readonly Emoji[] {
  const wanted = plainOf(query).split(/\s+/).filter(Boolean);
  const first = ` ${wanted.join(' ')}`;
  const found = groups.flat().filter(({ words }) => wanted.every((word) => words.includes(` ${word}`)));
  return [
    ...found.filter(({ words }) => words.startsWith(first)),
    ...found.filter(({ words }) => !words.startsWith(first)),
  ];
}

const TONES = ['', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'];

/** How many skin tones there are, the plain one among them. */
export const TONE_COUNT = TONES.length;

/** Holds two people together, and has no tone of its own there. */
const BETWEEN = '\u200D\u{1F91D}\u200D';

/** An emoji in a skin tone, every person in it. */
export function toned({ emoji, tones }: Pick<Emoji, 'emoji' | 'tones'>, tone: number): string {
  const modifier = TONES[tone];
  if (!tones || !modifier) return emoji;
  return emoji
    .split(BETWEEN)
    .map((part) => part.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, `$1${modifier}`))
    .join(BETWEEN);
}
