import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ChatController } from '../controllers/chat-controller.js';
import { MenuController } from '../controllers/menu-controller.js';
import { MoreLocalizeController } from '../controllers/more-localize-controller.js';
import type { ChatHandle } from '../session/host.js';
import { conversationOf } from '../session/model/selectors.js';
import { hostStyles } from '../styles/host.styles.js';
import { actionsOf, type ChatAction, type CustomAction } from './actions/actions.js';
import { ChatElement } from './chat-element.js';
import { optionsStyles } from './header/options.styles.js';
import { soundIcon } from './icons.js';
import { setStates } from './internals.js';
import { downloadIcon, plusIcon } from './more-icons.js';
import { safeImage } from './transcript/safe-url.js';
import { saveTranscript } from './transcript-file/save.js';

/**
 * @summary A menu of actions beside the composer: to download the conversation, sound, and whatever the page adds.
 *
 * It opens above its nearest positioned ancestor.
 *
 * @fires {CustomEvent} chat-action-chosen - an action of the page was chosen; detail `{ action, conversationId }`
 * @fires chat-mute-request - sound off or on
 * @fires chat-older-request - the conversation is to be downloaded, and its beginning is not here yet
 * @csspart button - the button
 * @csspart menu - the menu
 * @csspart menu-item - each of its items
 * @cssState menu - the menu is open
 */
export class ChatActions extends ChatElement {
  static override styles = [
    ...hostStyles,
    optionsStyles,
    css`
      :host {
        display: block;
        flex: none;
      }

      .button {
        border-radius: 50%;
        color: var(--_text-muted);

        &[aria-expanded='true'] {
          background: var(--_hover);
        }
      }

      .menu {
        inset-block: auto calc(100% - 2px);
        inset-inline: calc(var(--_space) * 3) auto;
        z-index: 2;
        max-inline-size: calc(100% - var(--_space) * 6);
        max-block-size: min(20rem, 50dvh);
        overflow: hidden auto;
        cursor: auto;
      }

      .item .picture {
        flex: none;
        inline-size: 20px;
        font-size: 17px;
        line-height: 1;
        text-align: center;

        & img {
          display: block;
          inline-size: 20px;
          block-size: 20px;
          object-fit: contain;
        }
      }
    `,
  ];

  static override properties = { actions: { attribute: false } };

  /** The actions; `true`: the usual ones. Default: those of the `<live-chat>` around it. */
  declare actions: readonly ChatAction[] | boolean | undefined;

  #chat = new ChatController(this, (state) => state);
  #localize = new MoreLocalizeController(this);
  #menu = new MenuController(this);
  #internals = this.attachInternals();
  #items: readonly ChatAction[] = [];

  protected get handle(): ChatHandle | undefined {
    return this.#chat.handle;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actions') || !this.hasUpdated)
      this.#items = actionsOf(this.actions ?? this.closest('live-chat')?.actionsMenu);
    setStates(this.#internals, { menu: this.#menu.open });
  }

  protected override render(): TemplateResult | typeof nothing {
    const name = this.#localize.more('actions');
    if (this.#items.length === 0) return nothing;
    return html`<button
        class="button quiet icon-only"
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.#menu.open}
        aria-label=${name}
        title=${name}
        @click=${this.#menu.onButton}
        @keydown=${this.#menu.onButton}
      >
        ${plusIcon()}
      </button>
      ${
        this.#menu.open
          ? html`<div
              class="menu"
              part="menu"
              role="menu"
              aria-label=${name}
              @keydown=${this.#menu.onMenuKeydown}
              @focusout=${this.#menu.onFocusout}
            >
              ${this.#items.map((action) => this.#item(action))}
            </div>`
          : nothing
      }`;
  }

  #item(action: ChatAction): TemplateResult {
    const l = this.#localize;
    const { state } = this.#chat;
    if (action === 'sound') {
      const { muted } = state.view;
      return html`<button
        class="item"
        part="menu-item"
        role="menuitemcheckbox"
        tabindex="-1"
        aria-checked=${!muted}
        @click=${() => this.request('chat-mute-request', { muted: !muted })}
      >
        ${soundIcon()}<span>${l.term('sound')}</span><i class="switch"></i>
      </button>`;
    }
    if (action === 'transcript') {
      const none = (conversationOf(state)?.log.entries.length ?? 0) === 0;
      return html`<button
        class="item"
        part="menu-item"
        role="menuitem"
        tabindex="-1"
        aria-disabled=${none || nothing}
        @click=${none ? nothing : this.#save}
      >
        ${downloadIcon()}<span>${l.more('saveTranscript')}</span>
      </button>`;
    }
    return html`<button
      class="item"
      part="menu-item"
      role="menuitem"
      tabindex="-1"
      @click=${() => this.#choose(action)}
    >
      ${this.#picture(action)}<span dir="auto">${action.label}</span>
    </button>`;
  }

  #picture({ icon }: CustomAction): TemplateResult | typeof nothing {
    if (typeof icon !== 'string' || icon === '') return nothing;
    if (icon.length <= 8 && !/[/:.]/.test(icon)) return html`<span class="picture" aria-hidden="true">${icon}</span>`;
    const src = safeImage(new URL(icon, this.ownerDocument.baseURI).href);
    return src ? html`<span class="picture"><img src=${src} alt="" referrerpolicy="no-referrer" /></span>` : nothing;
  }

  #save = (): void => {
    this.#menu.close();
    if (this.handle) void saveTranscript(this.handle, this.#localize);
  };

  #choose({ label, action = label, click }: CustomAction): void {
    this.#menu.close();
    const detail = { action, conversationId: this.#chat.state.current };
    const event = new CustomEvent('chat-action-chosen', { detail, bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(event)) click?.();
  }
}
