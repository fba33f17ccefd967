import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import { Kept } from '../kept.js';
import { searchIcon } from '../more-icons.js';
import { Choices } from './choices.js';
import { emojisIn, findIn, toned, TONE_COUNT, type Emoji, type EmojiSet } from './data.js';
import { pickerStyles } from './picker.styles.js';

/** What the picker needs of its element. */
export type PickerOf = {
  readonly host: LitElement;
  readonly localize: MoreLocalizeController;
  /** An emoji was chosen. `more`: another one will follow. */
  readonly pick: (emoji: string, more: boolean) => void;
  /** It closed itself; `back`: the focus belongs to where it was opened from. */
  readonly closed: (back: boolean) => void;
};

/** As many stand in a row, however wide it is: so the arrow keys know where up and down are. */
const COLUMNS = 8;
/** What each group is known by, in the order of the data. */
const FACES = ['😀', '👋', '🐻', '🍎', '🚗', '⚽', '💡', '❤️', '🏁'];

type Section = { readonly id: string; readonly name: string; readonly emojis: readonly Emoji[] };

/** The picker itself: search, groups, grid and skin tones. Fetched when the visitor comes near the button. */
export class EmojiPicker {
  #of: PickerOf;
  #choices: Choices;
  #set: EmojiSet | undefined;
  #lang = '';
  #failed = false;
  #query = '';
  /** Those used last, as they were when it opened: nothing moves under the pointer. */
  #recent: readonly string[] = [];
  /** The one that the arrow keys stand on, and the one that is shown below. */
  #at = 0;
  #shown: Emoji | undefined;

  constructor(of: PickerOf) {
    const { host } = of;
    this.#of = of;
    this.#choices = new Choices(new Kept(host, 'emojis'));
    adoptStyles(host.renderRoot as ShadowRoot, [
      ...(host.constructor as typeof LitElement).elementStyles,
      pickerStyles,
    ]);
  }

  /** Makes it ready to be shown. */
  async open(): Promise<void> {
    this.#query = '';
    this.#at = 0;
    this.#shown = undefined;
    this.#recent = this.#choices.recent;
    await this.#load();
  }

  async #load(): Promise<void> {
    const { host, localize } = this.#of;
    this.#failed = false;
    this.#lang = localize.lang;
    try {
      this.#set = await emojisIn(this.#lang);
    } catch {
      this.#failed = true;
    }
    host.requestUpdate();
  }

  /** Takes the focus: where the search would bring a keyboard up, the box itself. */
  async focus(): Promise<void> {
    const { host } = this.#of;
    await host.updateComplete;
    const selector = matchMedia('(pointer: coarse)').matches ? '.picker' : 'input[type="search"]';
    host.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  render(): TemplateResult {
    const { localize: l } = this.#of;
    // The table of the page's language came, or the page changed it.
    if (this.#set && this.#lang !== l.lang) void this.#load();
    const sections = this.#sections;
    const count = sections.reduce((sum, { emojis }) => sum + emojis.length, 0);
    let index = 0;
    return html`<div
      class="picker"
      part="picker"
      role="dialog"
      aria-label=${l.more('emojis')}
      tabindex="-1"
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
      @focusout=${this.#onFocusout}
    >
      <div class="search">
        ${searchIcon()}
        <input
          type="search"
          part="search"
          aria-label=${l.more('emojiSearch')}
          placeholder=${l.more('emojiSearch')}
          autocomplete="off"
          enterkeyhint="search"
          .value=${this.#query}
          @input=${this.#onSearch}
        />
      </div>
      <div class="categories" ?hidden=${this.#query !== '' || !this.#set}>
        ${sections.map(
          ({ id, name }) =>
            html`<button
              type="button"
              part="category"
              aria-label=${name}
              title=${name}
              data-group=${id}
              @click=${this.#onCategory}
            >
              ${id === 'recent' ? '🕘' : FACES[Number(id)]}
            </button>`,
        )}
      </div>
      <div
        class="list"
        role="listbox"
        aria-label=${l.more('emojis')}
        ?hidden=${count === 0}
        @pointerover=${this.#onPointer}
        @focusin=${this.#onPointer}
      >
        ${sections.map(
          ({ id, name, emojis }) =>
            html`<div class="group" part="group" role="group" aria-labelledby="group-${id}" data-group=${id}>
              <p id="group-${id}" role="presentation">${name}</p>
              <div class="grid" role="presentation">${emojis.map((emoji) => this.#option(emoji, index++))}</div>
            </div>`,
        )}
      </div>
      ${this.#set && count > 0 ? nothing : html`<p class="none">${this.#failed ? l.more('emojiFailed') : this.#set ? l.more('emojiFound', 0) : '…'}</p>`}
      <p class="visually-hidden" role="status">${this.#query ? l.more('emojiFound', count) : nothing}</p>
      <div class="foot">
        <span class="shown" aria-hidden="true"
          >${this.#shown ? html`<b>${toned(this.#shown, this.#choices.tone)}</b><span>${this.#shown.name}</span>` : nothing}</span
        >
        <fieldset class="tones" @change=${this.#onTone}>
          <legend class="visually-hidden">${l.more('skinTone')}</legend>
          ${Array.from({ length: TONE_COUNT }, (_none, tone) => this.#tone(tone))}
        </fieldset>
      </div>
    </div>`;
  }

  #option(emoji: Emoji, index: number): TemplateResult {
    return html`<button
      type="button"
      part="emoji"
      role="option"
      aria-selected="false"
      aria-label=${emoji.name}
      tabindex=${index === this.#at ? 0 : -1}
      data-emoji=${emoji.emoji}
    >
      ${toned(emoji, this.#choices.tone)}
    </button>`;
  }

  #tone(tone: number): TemplateResult {
    const name = this.#of.localize.more('skinToneOf', tone);
    return html`<label title=${name}
      ><input
        class="visually-hidden"
        type="radio"
        name="tone"
        value=${tone}
        aria-label=${name}
        .checked=${tone === this.#choices.tone} /><i class="swatch tone-${tone}"></i
    ></label>`;
  }

  get #sections(): readonly Section[] {
    const set = this.#set;
    const l = this.#of.localize;
    if (!set) return [];
    if (this.#query !== '') {
      const emojis = findIn(set, this.#query);
      return emojis.length > 0 ? [{ id: 'found', name: l.more('emojiFound', emojis.length), emojis }] : [];
    }
    const recent = this.#recent.flatMap((emoji) => set.all.get(emoji) ?? []);
    const groups = set.groups.map((emojis, group) => ({
      id: String(group),
      name: l.more('emojiGroup', group),
      emojis,
    }));
    return recent.length > 0 ? [{ id: 'recent', name: l.more('emojiRecent'), emojis: recent }, ...groups] : groups;
  }

  get #root(): LitElement['renderRoot'] {
    return this.#of.host.renderRoot;
  }

  get #options(): readonly HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #onSearch = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value.trim();
    this.#at = 0;
    this.#shown = undefined;
    this.#of.host.requestUpdate();
    this.#root.querySelector('.list')?.scrollTo(0, 0);
  };

  #onCategory = (event: Event): void => {
    const { group } = (event.currentTarget as HTMLElement).dataset;
    const list = this.#root.querySelector<HTMLElement>('.list');
    const to = list?.querySelector<HTMLElement>(`[data-group="${group}"]`);
    if (!list || !to) return;
    list.scrollTop += to.getBoundingClientRect().top - list.getBoundingClientRect().top;
    // Tab goes on from where one looks.
    const first = to.querySelector<HTMLElement>('[role="option"]');
    if (first) this.#stand(this.#options.indexOf(first));
  };

  #onPointer = (event: Event): void => {
    const emoji = this.#emojiAt(event);
    if (!emoji || emoji === this.#shown) return;
    this.#shown = emoji;
    this.#of.host.requestUpdate();
  };

  #onClick = (event: MouseEvent): void => {
    const emoji = this.#emojiAt(event);
    if (!emoji) return;
    this.#choices.used(emoji.emoji);
    this.#of.pick(toned(emoji, this.#choices.tone), event.shiftKey);
  };

  #onTone = (event: Event): void => {
    this.#choices.tone = Number((event.target as HTMLInputElement).value);
    this.#of.host.requestUpdate();
  };

  #onFocusout = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    // A click on what takes no focus is heard elsewhere, and another window is no reason to close.
    if (to instanceof Node && !this.#root.contains(to)) this.#of.closed(false);
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#of.closed(true);
      return;
    }
    const target = event.target as HTMLElement;
    if (target.role === 'option') this.#move(event, target);
    else if (target.matches('[type="search"], .picker') && (event.key === 'ArrowDown' || event.key === 'Enter')) {
      const options = this.#options;
      if (options.length === 0) return;
      event.preventDefault();
      if (event.key === 'ArrowDown') this.#stand(this.#at, true);
      else if (this.#query !== '') options[0]?.click();
    }
  };

  #move(event: KeyboardEvent, from: HTMLElement): void {
    const options = this.#options;
    const at = options.indexOf(from);
    const forward = getComputedStyle(from).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    let to: number;
    if (event.key === forward) to = at + 1;
    else if (event.key === backward) to = at - 1;
    else if (event.key === 'ArrowDown') to = this.#below(options, from, 1);
    else if (event.key === 'ArrowUp') to = this.#below(options, from, -1);
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = options.length - 1;
    else return;
    event.preventDefault();
    if (to < 0 && event.key === 'ArrowUp') this.#root.querySelector<HTMLElement>('[type="search"]')?.focus();
    else this.#stand(Math.max(0, Math.min(options.length - 1, to)), true);
  }

  /** The one below or above; over the edge of a group, in the same column of the next. */
  #below(options: readonly HTMLElement[], from: HTMLElement, step: 1 | -1): number {
    const group = [...from.parentElement!.children] as HTMLElement[];
    const place = group.indexOf(from);
    const column = place % COLUMNS;
    const start = options.indexOf(from) - place;
    const last = group.length - 1;
    const to = place + step * COLUMNS;
    if (to >= 0 && to <= last) return start + to;
    if (step === 1) {
      // The last row may be shorter.
      if (Math.floor(place / COLUMNS) < Math.floor(last / COLUMNS)) return start + last;
      const next = options[start + group.length]?.parentElement?.children.length ?? 0;
      return next === 0 ? start + last : start + group.length + Math.min(column, next - 1);
    }
    const before = options[start - 1]?.parentElement?.children.length ?? 0;
    if (before === 0) return -1;
    const row = Math.floor((before - 1) / COLUMNS) * COLUMNS;
    return start - before + Math.min(row + column, before - 1);
  }

  #stand(index: number, focus = false): void {
    const options = this.#options;
    options[this.#at]?.setAttribute('tabindex', '-1');
    this.#at = index;
    options[index]?.setAttribute('tabindex', '0');
    if (!focus) return void this.#of.host.requestUpdate();
    options[index]?.focus({ preventScroll: true });
    options[index]?.scrollIntoView({ block: 'nearest' });
  }

  #emojiAt(event: Event): Emoji | undefined {
    const button = (event.target as Element).closest<HTMLElement>('[data-emoji]');
    return button ? this.#set?.all.get(button.dataset['emoji']!) : undefined;
  }
}
