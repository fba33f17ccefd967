import type { CSSResult, LitElement } from 'lit';

/** Adds sheets to those that an element has already: several parts that are loaded on demand may each bring their own. */
export function addStyles(host: LitElement, ...styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.flatMap(({ styleSheet }) => styleSheet ?? [])];
}
