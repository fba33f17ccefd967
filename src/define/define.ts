// What sets the floor of the browsers; in one that lacks it the light-DOM fallback stays, which beats a broken look.
const FLOOR = '(color:light-dark(red,red)) and selector(:state(a))';

/**
 * Registers an element, unless the name is taken: two copies of this package on a page, or a script that is included
 * twice, must not break it. An import in Node, where there is no registry, or in a browser that is too old, does nothing.
 */
export function define(name: string, element: CustomElementConstructor): void {
  if (typeof CSS === 'undefined' || !CSS.supports(FLOOR)) return;
  const taken = customElements.get(name);
  if (!taken) customElements.define(name, element);
  else if (taken !== element) console.warn(`<${name}> is defined twice: load live-chat-elements once`);
}
