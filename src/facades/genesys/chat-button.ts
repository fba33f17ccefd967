import type { GenesysConfig } from './config.js';

/** What stands where the launcher of `<live-chat>` would: the same place, by the same tokens. */
const PLACE: Readonly<Record<string, string>> = {
  position: 'fixed',
  'z-index': 'var(--live-chat-z-index, 1000)',
  'inset-block-end': 'calc(var(--live-chat-inset-block, 20px) + env(safe-area-inset-bottom))',
  'inset-inline-end':
    'calc(var(--live-chat-inset-inline, 20px) + max(env(safe-area-inset-left), env(safe-area-inset-right)))',
};
const EFFECTS = {
  fade: [{ opacity: 0 }, { opacity: 1 }],
  slide: [{ transform: 'translateY(200%)' }, { transform: 'none' }],
} as const;

/** The documented values of the examples. */
const DEFAULTS = { enabled: true, effect: 'fade', openDelay: 1000, effectDuration: 300 } as const;

/**
 * The `chatButton` of an old configuration: a launcher in the slot of `<live-chat>` that shows the template, after its
 * delay and with its effect. A page without the option, or with a launcher of its own, keeps what it has.
 */
export class ChatButton {
  #element: HTMLElement | undefined;
  #options: Required<Pick<NonNullable<GenesysConfig['chatButton']>, keyof typeof DEFAULTS>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = false;

  /** @param chat - the element; none for a chat without one */
  constructor(chat: HTMLElement | undefined, { chatButton }: GenesysConfig, report: (error: unknown) => void) {
    this.#options = { ...DEFAULTS, ...chatButton };
    if (!chat || !chatButton || chat.querySelector(':scope > [slot="launcher"]')) return;
    const { enabled, openDelay } = this.#options;
    this.#element = chat.ownerDocument.createElement(enabled ? 'chat-launcher' : 'span');
    this.#element.slot = 'launcher';
    this.#element.style.setProperty('display', 'none');
    chat.append(this.#element);
    if (!enabled) return;
    for (const [name, value] of Object.entries(PLACE)) this.#element.style.setProperty(name, value);
    void this.#fill(chatButton.template).catch(report);
    this.#timer = setTimeout(() => this.show(), openDelay);
  }

  /** Whether the page has one that can be shown. */
  get there(): boolean {
    return this.#element !== undefined && this.#options.enabled;
  }

  get shown(): boolean {
    return this.#shown;
  }

  show(): void {
    this.#move(true);
  }

  hide(): void {
    this.#move(false);
  }

  #move(shown: boolean): void {
    const element = this.#element;
    clearTimeout(this.#timer);
    if (!element || !this.there || shown === this.#shown) return;
    this.#shown = shown;
    const hide = (): void => void (this.#shown || element.style.setProperty('display', 'none'));
    if (shown) element.style.removeProperty('display');
    const { effect, effectDuration } = this.#options;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return hide();
    const animation = element.animate([...EFFECTS[effect]], {
      duration: effectDuration,
      direction: shown ? 'normal' : 'reverse',
    });
    animation.addEventListener('finish', hide);
    animation.addEventListener('cancel', hide);
  }

  async #fill(template: string | false | undefined): Promise<void> {
    if (!template || !this.#element) return;
    if (!/[<&]/.test(template)) return this.#element.append(template);
    // Most pages have none, so what reads it is fetched by those that do.
    const { renderHtml } = await import('./html/render.js');
    this.#element.append(...renderHtml(template, this.#element.ownerDocument));
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#element?.remove();
  }
}
