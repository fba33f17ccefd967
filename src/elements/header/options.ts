import { adoptStyles, nothing, type LitElement, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { MenuController } from '../../controllers/menu-controller.js';
import type { IntentMap } from '../../session/intents.js';
import { conversationOf, isRunning } from '../../session/model/selectors.js';
import type { ChatState } from '../../session/model/types.js';
import { confirmTemplate } from './confirm.js';
import { menuTemplate } from './menu.js';
import { optionsStyles } from './options.styles.js';

/** What the options need of the header. */
export type OptionsHost = {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly request: <T extends keyof IntentMap>(type: T, detail: IntentMap[T]) => void;
};

/**
 * The header's menu and the question whether to end the chat. Fetched when the visitor comes near the button: nobody
 * needs it to open the chat and to write.
 */
export class HeaderOptions {
  #of: OptionsHost;
  #menu: MenuController;

  /** Whether the question is being asked. */
  confirming = false;

  /** @param of - the header and what it lends */
  constructor(of: OptionsHost) {
    const { host } = of;
    this.#of = of;
    this.#menu = new MenuController(host);
    adoptStyles(host.renderRoot as ShadowRoot, [
      ...(host.constructor as typeof LitElement).elementStyles,
      optionsStyles,
    ]);
  }

  /** Whether the menu shows. */
  get open(): boolean {
    return this.#menu.open;
  }

  /** Takes the button's clicks and keys. */
  onButton(event: Event): void {
    this.#menu.onButton(event);
  }

  /** It ended by itself while the visitor was asked: nothing is left to ask. */
  check(state: ChatState): void {
    if (this.confirming && !isRunning(conversationOf(state))) this.#settle();
  }

  /** Menu and question, as far as they show. */
  render(state: ChatState): TemplateResult | typeof nothing {
    const { localize, request } = this.#of;
    const running = isRunning(conversationOf(state));
    if (this.confirming) return confirmTemplate(localize, { yes: () => this.#end(), no: () => this.#settle() });
    if (!this.open) return nothing;
    return menuTemplate({
      view: state.view,
      running,
      localize,
      menu: this.#menu,
      request,
      end: () => void this.#ask(),
    });
  }

  async #ask(): Promise<void> {
    const { host } = this.#of;
    this.#menu.close(false);
    this.confirming = true;
    host.requestUpdate();
    await host.updateComplete;
    // The answer that does no harm.
    host.renderRoot.querySelector<HTMLElement>('.confirm .no')?.focus();
  }

  #end(): void {
    this.#settle();
    this.#of.request('chat-end-request', {});
  }

  /** The question is gone; the focus goes back to where it came from, unless it is elsewhere by now. */
  #settle(): void {
    const { host } = this.#of;
    const inside = host.renderRoot.querySelector('.confirm')?.matches(':focus-within');
    this.confirming = false;
    host.requestUpdate();
    if (inside) host.renderRoot.querySelector<HTMLElement>('.options')?.focus();
  }
}
