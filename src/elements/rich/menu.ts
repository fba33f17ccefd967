/** A menu that closes by itself: the time that is left shows, and is read out three times. */
import { html, nothing, type ReactiveController } from 'lit';
import { closesAt } from '../../protocol/rich/choice.js';
import type { RichContent } from '../../protocol/rich/content.js';
import { buttonsTemplate } from './buttons.js';
import { headTemplate } from './head.js';
import { clockIcon } from './icons.js';
import type { Draw, RichView } from './view.js';

/** From here on the last warning is due. */
const SOON = 10_000;

/** Has the element rendered each second while a menu is running out. */
export class Ticker implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #update: () => void;

  constructor(update: () => void) {
    this.#update = update;
  }

  /** Asked for at every render. */
  next(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#update();
    }, 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function clock(ms: number, lang: string): string {
  const seconds = Math.ceil(ms / 1000);
  const digits = new Intl.NumberFormat(lang, { minimumIntegerDigits: 2, useGrouping: false });
  const whole = new Intl.NumberFormat(lang, { useGrouping: false });
  return `${whole.format(Math.floor(seconds / 60))}:${digits.format(seconds % 60)}`;
}

/** What is read out: at the beginning, half way, and near the end; in between it stays what it was. */
function spoken(left: number, all: number, { memory, localize, texts }: RichView): string {
  const stage = left <= SOON ? 'last' : left <= all / 2 ? 'half' : 'first';
  const [before, said = ''] = (memory.told ?? '').split('|');
  if (before === stage) return said;
  const text = texts.richTimeLeft(localize.duration(left));
  memory.told = `${stage}|${text}`;
  return text;
}

export const drawMenu: Draw<Extract<RichContent, { kind: 'menu' }>> = (content, view) => {
  const { at, chosen, localize, open, texts } = view;
  const left = Math.max(0, (closesAt(content, at) ?? 0) - Date.now());
  const state =
    open && left > 0
      ? html`<p class="clock${left <= SOON ? ' soon' : ''}" part="rich-clock">
          ${clockIcon()}<span aria-hidden="true">${clock(left, localize.lang)}</span
          ><span class="visually-hidden" role="status">${spoken(left, content.seconds * 1000, view)}</span>
        </p>`
      : chosen
        ? nothing
        : html`<p class="clock" part="rich-clock">${clockIcon()}<span role="status">${texts.richTimeOver}</span></p>`;
  return html`<div class="box" part="rich-box">
    <div class="about">${headTemplate(content, view)}${state}</div>
    <div
      class="stack"
      part="rich-choices"
      role="group"
      aria-label=${(content.title ?? content.text ?? view.text).slice(0, 120)}
    >
      ${buttonsTemplate(content.options, view)}
    </div>
  </div>`;
};
