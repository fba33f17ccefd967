const warned = new Set<string>();

/**
 * One of a few words, from an attribute or a property. Any other value warns once and means the first of them: a wrong
 * word must not break a page.
 */
export function oneOf<Word extends string>(
  element: Element,
  name: string,
  value: unknown,
  words: readonly [Word, ...Word[]],
): Word {
  const word = words.find((other) => other === value);
  if (word !== undefined) return word;
  const problem = `<${element.localName}> ${name}="${String(value)}"`;
  if (!warned.has(problem)) {
    warned.add(problem);
    console.warn(`[live-chat] ${problem} is not known; it can be ${words.join(', ')}`);
  }
  return words[0];
}
