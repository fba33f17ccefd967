/**
 * Registers an element, unless the name is taken: two copies of this package on a page, or a script that is included
 * twice, must not break it. An import in Node, where there is no registry, does nothing.
 */
export function define(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const taken = customElements.get(name);
  if (!taken) customElements.define(name, element);
  else if (taken !== element)
    console.warn(`<${name}> is defined already; the second definition is ignored. Load live-chat-elements once.`);
}
