import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { LocalizeController } from '../controllers/localize-controller.js';
import { isRunning, unreadTotal } from '../session/model/selectors.js';
import type { ChatState } from '../session/model/types.js';
import { tokens } from '../styles/tokens.styles.js';
import { badgeStyles } from './launcher-extras.styles.js';
import { setStates } from './internals.js';

const isAnyRunning = (state: ChatState): boolean => Object.values(state.conversations).some(isRunning);

/** What a conversation, or a language other than English, adds to the launcher. Not among the first bytes. */
export class LauncherExtras {
  #localize: LocalizeController;
  #internals: ElementInternals;
  /** Tells what the closed window can't. Not in the button: what is inside a button is no live region. */
  #region = document.createElement('div');
  #told: number | undefined;

  /**
   * @param host - the launcher
   */
  constructor(host: LitElement) {
    this.#localize = new LocalizeController(host);
    this.#internals = host.attachInternals();
    const own = (host.constructor as typeof LitElement).elementStyles;
    adoptStyles(host.renderRoot as ShadowRoot, [...own, tokens, badgeStyles]);
    this.#region.className = 'region';
    this.#region.role = 'status';
    host.renderRoot.append(this.#region);
  }

  /** What is said when the chat could not be loaded. */
  get failed(): string {
    return this.#localize.term('loadFailed');
  }

  /** One word for all that is shown here, so that the launcher renders for nothing else. */
  look(state: ChatState): string {
    return `${unreadTotal(state)} ${isAnyRunning(state)}`;
  }

  /** The accessible name: what one sees first, then what one doesn't. */
  name(label: string, state: ChatState): string {
    const unread = unreadTotal(state);
    const parts = [label || this.#localize.term('chat')];
    if (unread > 0) parts.push(this.#localize.term('unread', unread));
    if (isAnyRunning(state)) parts.push(this.#localize.term('running'));
    return parts.join(', ');
  }

  /** Says aloud that there is more to read than before; what was there with the page is in the button's name. */
  #tell(unread: number, open: boolean): void {
    const more = this.#told !== undefined && unread > this.#told && !open;
    if (more) this.#region.textContent = this.#localize.term('unread', unread);
    else if (unread === 0 || open) this.#region.textContent = '';
    this.#told = unread;
  }

  /** The number of unread messages, or the dot of a running conversation. */
  badge(state: ChatState): TemplateResult | typeof nothing {
    const unread = unreadTotal(state);
    const running = isAnyRunning(state);
    setStates(this.#internals, { unread: unread > 0, running });
    this.#tell(unread, state.view.open);
    if (unread > 0) return html`<span part="badge">${this.#localize.term('badge', unread)}</span>`;
    return running ? html`<span part="dot"></span>` : nothing;
  }
}
