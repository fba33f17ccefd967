import { isKept, type FormValues } from './fields.js';

/** What a form of the page causes. */
export type SlottedActs = {
  /** Answers changed; `kept` are the names that may be written down. */
  readonly change: (values: FormValues, kept: readonly string[]) => void;
  readonly submit: (values: FormValues) => void;
  readonly cancel: () => void;
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** A `<form>` that the page has slotted: its names are the answers', its own checks are asked, and it is never sent anywhere. */
export class SlottedForm {
  #acts: SlottedActs;
  #form: HTMLFormElement | undefined;

  constructor(acts: SlottedActs) {
    this.#acts = acts;
  }

  /** Whether the page has one. */
  get there(): boolean {
    return this.#form !== undefined;
  }

  /** The first field that can be seen. */
  get first(): HTMLElement | undefined {
    return this.#controls.find((control) => control.type !== 'hidden');
  }

  get #controls(): readonly Control[] {
    return [...(this.#form?.elements ?? [])]
      .filter(isControl)
      .filter(({ name, type }) => name !== '' && !['submit', 'button', 'reset', 'image', 'file'].includes(type));
  }

  /** Looks for the form among what is in the slot. */
  take(elements: readonly Element[]): void {
    const found = elements
      .map((element) => (element instanceof HTMLFormElement ? element : element.querySelector('form')))
      .find((form) => form !== null);
    if (elements.length > 0 && !found)
      console.warn('[live-chat] slot="form" needs a <form> with named fields; what is there now asks nothing');
    if (found === this.#form) return;
    this.#form = found;
    // The listeners are the same each time: a form that comes again is not heard twice.
    found?.addEventListener('submit', this.#onSubmit);
    found?.addEventListener('input', this.#onInput);
    found?.addEventListener('reset', this.#onReset);
  }

  /** Puts answers into the fields of their names. */
  fill(values: FormValues): void {
    for (const control of this.#controls) {
      const value = values[control.name];
      // Nothing was answered: what the page has put there stays.
      if (!value || control.type === 'hidden') continue;
      if (isTick(control)) control.checked = control.type === 'radio' ? control.value === value : value === true;
      else if (typeof value === 'string') control.value = value;
    }
  }

  get #values(): FormValues {
    const values: Record<string, string | boolean> = {};
    for (const control of this.#controls) {
      if (!isTick(control)) values[control.name] = control.value;
      else if (control.type === 'checkbox') values[control.name] = control.checked;
      else if (control.checked) values[control.name] = control.value;
    }
    return values;
  }

  #onInput = (): void => {
    const kept = this.#controls.filter((control) =>
      isKept({ type: control.type as 'text', autocomplete: control.autocomplete }),
    );
    this.#acts.change(
      this.#values,
      kept.map(({ name }) => name),
    );
  };

  #onSubmit = (event: Event): void => {
    const refused = event.defaultPrevented;
    event.preventDefault();
    // The page has checks of its own, and something is wrong.
    if (!refused) this.#acts.submit(this.#values);
  };

  /** A button that takes everything back is the page's way of not going on. */
  #onReset = (event: Event): void => {
    event.preventDefault();
    this.#acts.cancel();
  };
}
