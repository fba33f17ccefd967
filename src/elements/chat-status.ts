import { html, nothing, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { hostStyles } from '../styles/host.styles.js';
import { ChatElement } from './chat-element.js';
import { statusStyles } from './chat-status.styles.js';
import { setStates } from './internals.js';
import { KeyedBoxes, type Box } from './keyed-boxes.js';
import { bannersOf, isClosed, LOOKS, type Banner } from './status/banners.js';
import { iconOf, textOf } from './status/texts.js';

/** The term on the button, by what it does. */
const ACTS = { retry: 'retry', 'try-now': 'tryNow', new: 'startNew', dismiss: 'dismiss' } as const;

/** They may be over within a moment, so they wait before they show. */
const BRIEF: readonly Banner['type'][] = ['reconnecting', 'catching-up'];

/**
 * @summary Tells how things stand: the connection, the place in the queue, what can't be kept, the end; each with the
 * way on.
 *
 * It is one polite live region: a screen reader hears what is new, once, and not each number that changes.
 *
 * @fires chat-reconnect-request - try now, and load again what could not be loaded
 * @fires chat-start-request - try a start again that failed
 * @fires chat-new-request - start a new chat after the end
 * @csspart base - the box around all banners
 * @csspart banner - each banner
 * @csspart text - its text
 * @csspart button - its button
 * @cssState empty - there is nothing to tell
 */
export class ChatStatus extends ChatElement {
  static override styles = [...hostStyles, statusStyles];
  static override properties = { hide: {} };

  /** Banners that are told elsewhere, by type, with blanks between: `ended`, `queue`, `storage` and so on. */
  declare hide: string | undefined;

  #chat = new ChatController(this, (state) => state);
  #localize = new LocalizeController(this);
  #internals = this.attachInternals();
  #boxes = new KeyedBoxes();
  #shown: readonly Banner[] = [];
  /** Warnings that the visitor has put away; they come back when their cause does. */
  #dismissed = new Set<Banner['type']>();

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#onNetwork);
    window.addEventListener('offline', this.#onNetwork);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onNetwork);
    window.removeEventListener('offline', this.#onNetwork);
  }

  protected override render(): TemplateResult {
    const all = bannersOf(this.#chat.value, navigator.onLine);
    for (const type of this.#dismissed) if (!all.some((banner) => banner.type === type)) this.#dismissed.delete(type);
    const hidden = (this.hide ?? '').split(/\s+/);
    const banners = all.filter(({ type }) => !this.#dismissed.has(type) && !hidden.includes(type));
    setStates(this.#internals, { empty: banners.length === 0 });
    this.#shown = banners;
    return html`<div class="list" part="base" role="status"></div>`;
  }

  protected override updated(): void {
    this.#boxes.show(
      this.renderRoot.querySelector<HTMLElement>('.list')!,
      this.#shown.map((banner) => this.#box(banner)),
    );
  }

  #box(banner: Banner): Box {
    const { type } = banner;
    const { tone, act } = LOOKS[type];
    const main = act === 'new' || (act === 'retry' && !isClosed(banner)) ? 'primary' : '';
    return {
      key: type,
      attributes: {
        class: `banner ${isClosed(banner) ? 'plain' : tone} ${BRIEF.includes(type) ? 'brief' : ''}`,
        part: 'banner',
        'data-type': type,
      },
      content: html`${iconOf(banner)}<span class="text" part="text">${textOf(banner, this.#localize)}</span>
        ${act ? html`<button class="button ${main}" part="button" @click=${() => this.#act(banner)}>${this.#localize.term(ACTS[act])}</button>` : nothing}`,
    };
  }

  #act({ type }: Banner): void {
    const { intent } = LOOKS[type];
    if (intent) {
      this.request(intent as 'chat-reconnect-request', {});
      return;
    }
    this.#dismissed.add(type);
    this.requestUpdate();
  }

  #onNetwork = (): void => this.requestUpdate();
}
