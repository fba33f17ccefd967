import { render } from 'lit';

/** A box of a list: its key, the attributes of the element, and what is in it. */
export type Box = {
  readonly key: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: unknown;
};

/**
 * The boxes of a list, each one element for as long as its key is there: so focus, selection, reading position and
 * animations stay with what they belong to. In place of Lit's `repeat`, which is four times as large, and since lit-html
 * 3.3.1 leaves a comment behind for each item that goes (lit/lit#5298).
 */
export class KeyedBoxes {
  #elements = new Map<string, HTMLElement>();

  /** Has these boxes in the list, and no others. */
  show(list: HTMLElement, boxes: readonly Box[]): void {
    const elements = new Map(boxes.map(({ key }) => [key, this.#elements.get(key) ?? document.createElement('div')]));
    // First of all: what stays stands in order then, and nothing needs to be moved.
    for (const [key, element] of this.#elements) if (!elements.has(key)) element.remove();
    this.#elements = elements;
    let next = list.firstElementChild;
    for (const { key, attributes, content } of boxes) {
      const element = elements.get(key)!;
      for (const [name, value] of Object.entries(attributes))
        if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
      render(content, element);
      if (element === next) next = next.nextElementSibling;
      else list.insertBefore(element, next);
    }
  }
}
