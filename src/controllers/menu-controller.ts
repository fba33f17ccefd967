import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot?: HTMLElement | DocumentFragment };

/**
 * A menu button by the book: Enter, Space, click and arrow down open it on its first item, arrow up on its last; arrows,
 * Home, End and a first letter move in it; Escape, a choice and Tab close it, and so does a click elsewhere. The focus
 * comes back to the button, except after Tab and that click.
 *
 * The element renders `[aria-haspopup='menu']` and, while `open`, `[role='menu']` with its items, and binds
 * `onButton` (to its click and keydown), `onMenuKeydown` and `onFocusout`.
 */
export class MenuController implements ReactiveController {
  #host: Host;

  /** Whether the menu shows. */
  open = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.open = false;
  }

  onButton = (event: Event): void => {
    const key = event instanceof KeyboardEvent ? event.key : undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      void this.#show(key === 'ArrowDown' ? 0 : -1);
    } else if (key === 'Escape' && this.open) {
      event.preventDefault();
      this.close();
    } else if (event.type === 'click') {
      if (this.open) this.close();
      else void this.#show(0);
    }
  };

  onMenuKeydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLElement);
    const { key } = event;
    if (key === 'Tab') {
      this.close(false);
      return;
    }
    if (key === 'Escape') this.close();
    else if (key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (key === 'ArrowUp') items.at(at - 1)?.focus();
    else if (key === 'Home') items[0]?.focus();
    else if (key === 'End') items.at(-1)?.focus();
    else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.#find(key, items, at);
    else return;
    event.preventDefault();
  };

  onFocusout = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    const inside = to instanceof Node && (this.#menu?.contains(to) === true || to === this.#button);
    if (this.open && !inside) this.close(false);
  };

  /** @param back - whether the focus goes back to the button */
  close(back = true): void {
    if (!this.open) return;
    if (back) this.#button?.focus();
    this.open = false;
    this.#host.requestUpdate();
  }

  async #show(index: number): Promise<void> {
    this.open = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#items.at(index)?.focus();
  }

  #find(letter: string, items: HTMLElement[], at: number): void {
    const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    round.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()))?.focus();
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector("[aria-haspopup='menu']") ?? null;
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector("[role='menu']") ?? null;
  }

  get #items(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>("[role^='menuitem']") ?? [])];
  }
}
