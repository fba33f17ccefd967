/** What the keys in a list of rows lead to. */
export type Step = 'up' | 'down' | 'first' | 'last';

const KEYS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' };

/** The rows that take part: those with a key. */
export function rowsIn(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter(
    (row): row is HTMLElement => row instanceof HTMLElement && row.dataset['key'] !== undefined,
  );
}

/** The step that a key pressed on a row asks for; undefined when the key is not ours, or not pressed on the row itself. */
export function stepOf(event: KeyboardEvent, list: HTMLElement): Step | undefined {
  const from = event.composedPath()[0];
  if (!(from instanceof HTMLElement) || from.parentElement !== list) return undefined;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  return KEYS[event.key];
}

/** The row that a step leads to from the focused one; undefined past the ends of what is rendered. */
export function rowAt(list: HTMLElement, from: Element, step: Step): HTMLElement | undefined {
  const rows = rowsIn(list);
  const at = rows.indexOf(from as HTMLElement);
  return rows[{ up: at - 1, down: at + 1, first: 0, last: rows.length - 1 }[step]];
}

/** The highest `seq` of a row that is in view to its lower edge; 0 when none is. */
export function lowestSeen(list: HTMLElement, scroller: HTMLElement): number {
  const edge = scroller.getBoundingClientRect().bottom + 4;
  const rows = rowsIn(list);
  for (let i = rows.length - 1; i >= 0; i--) {
    // Whole: a row of the page's own stands at a fraction, and is not in the log.
    const seq = Number.parseInt(rows[i]!.dataset['seq']!, 10);
    if (seq > 0 && rows[i]!.getBoundingClientRect().bottom <= edge) return seq;
  }
  return 0;
}
