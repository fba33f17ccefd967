import type { LitElement } from 'lit';

function rootsOf(element: Element): (Element | ShadowRoot)[] {
  const root = element.shadowRoot;
  const inside = [...(root ?? element).querySelectorAll('*')].filter((child) => child.shadowRoot);
  return [...(root ? [root] : []), ...inside.flatMap(rootsOf)];
}

/** Waits until an element has rendered, and takes its animations to their end, so that what is measured stands still. */
export async function settle(element: Element): Promise<void> {
  await (element as LitElement).updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  for (const root of rootsOf(element))
    for (const animation of (root as ShadowRoot).getAnimations?.() ?? [])
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  await (element as LitElement).updateComplete;
}

/** Waits for something that comes by itself, such as a module that is loaded late. */
export async function until(what: () => unknown, ms = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!what()) {
    if (performance.now() > end) throw new Error(`never came true: ${String(what)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The element that has the focus, inside however many shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The text of an element's shadow root as a person sees it. */
export const textOf = (element: Element, selector = '*'): string =>
  (element.shadowRoot?.querySelector(selector)?.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
