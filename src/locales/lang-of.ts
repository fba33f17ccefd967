/** The nearest `lang` of an element, out through every shadow root, or '' where nobody says. */
export function langOf(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const found = at.closest<HTMLElement>('[lang]');
    if (found) return found.lang;
  }
  return '';
}
