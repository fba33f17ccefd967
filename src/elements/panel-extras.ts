import { html, nothing, type TemplateResult } from 'lit';
import type { ChatState } from '../session/model/types.js';
import { offerOf } from './leave/offer.js';
import type { LiveChat } from './live-chat.js';
import { uncover } from './overlay/uncover.js';
import { has, parts } from './panel.js';
import type { ShellHandle } from './shell-handle.js';

/** What they are made for. */
export type ExtrasFor = {
  readonly shell: LiveChat;
  readonly handle: ShellHandle;
  /** Resolves when what an earlier page left behind is here; nothing while nobody has asked. */
  readonly ready: () => Promise<unknown> | undefined;
};

/** The elements that come later. */
export type ExtraName = 'form' | 'emojis' | 'actions' | 'leave' | 'overlay' | 'threads';

const FORM = parts('form', 'base heading text field label input hint error submit cancel');
const LEAVE = parts('leave-message', 'base heading text field label input hint error submit done');
const EMOJIS = parts('emojis', 'button picker search category group emoji');
const OVERLAY = parts('overlay', 'base close');
const THREADS = parts(
  'threads',
  'base heading new list item item-current open title time preview state unread rename archive input save archived more empty error',
);
const TOGGLE = parts('threads-toggle', 'button unread');
const ACTIONS = parts('actions', 'button menu menu-item');

/** What only some pages have in their window: each is fetched when the page has configured it. */
export class PanelExtras {
  #of: ExtrasFor;
  #loaders: Readonly<Record<ExtraName, () => Promise<unknown>>>;
  #loads = new Map<ExtraName, 'loading' | 'here' | 'failed'>();
  #ready = false;
  #seen: ChatState['current'];
  /** The list of threads stands in the place of the conversation. */
  #listing = false;

  /** Resolves when everything that was configured at first is here. */
  readonly loaded: Promise<unknown>;

  constructor(of: ExtrasFor, loaders: Readonly<Record<ExtraName, () => Promise<unknown>>>) {
    this.#of = of;
    this.#loaders = loaders;
    const { shell, handle } = of;
    const wanted = (Object.keys(loaders) as ExtraName[]).filter((name) => this.#wants(name));
    this.loaded = Promise.all([...wanted.map((name) => this.#fetch(name)), this.#settle()]);
    this.#seen = handle.state.current;
    if (this.#wants('threads')) this.#look().catch(() => undefined);
    let offer = offerOf(handle.state);
    handle.subscribe((state) => {
      if (offer !== (offer = offerOf(state))) {
        if (this.#loads.get('leave') === 'failed') this.#loads.delete('leave');
        shell.requestUpdate();
      }
      if (state.current === this.#seen) return;
      this.#seen = state.current;
      shell.requestUpdate();
      if (state.current !== undefined) void this.#goOn();
    });
  }

  /** Whether something stands in the place of the conversation: an overlay, or a form. */
  get asks(): boolean {
    const { state } = this.#of.handle;
    if (this.#wants('overlay') && this.#loads.get('overlay') !== 'failed') return true;
    if (this.#leaves) return true;
    if (this.#listing && this.#has('threads')) return true;
    return (
      this.#wants('form') &&
      state.current === undefined &&
      state.engine !== 'failed' &&
      this.#loads.get('form') !== 'failed'
    );
  }

  /** What covers the conversation; else the form, while it may be asked. */
  form(): TemplateResult | typeof nothing {
    const { shell } = this.#of;
    if (this.#has('overlay'))
      return html`<chat-overlay part="overlay" exportparts=${OVERLAY} @dismiss=${() => void uncover(shell)}
        ><slot name="overlay" @slotchange=${() => shell.requestUpdate()}></slot
      ></chat-overlay>`;
    if (this.#leaves) return html`<chat-leave-message part="leave-message" exportparts=${LEAVE}></chat-leave-message>`;
    if (this.#listing && this.#has('threads'))
      return html`<chat-threads
        part="threads"
        exportparts=${THREADS}
        @chat-thread-open-request=${(event: Event) => this.#opened(event)}
      ></chat-threads>`;
    if (!this.#has('form') || !this.#ready) return nothing;
    const slotted = has(shell, 'form') ? html`<slot name="form"></slot>` : nothing;
    return html`<chat-form part="form" .options=${shell.form} exportparts=${FORM}>${slotted}</chat-form>`;
  }

  /** What stands in the header, before its own buttons. */
  head(): TemplateResult | typeof nothing {
    if (!this.#has('threads')) return nothing;
    return html`<chat-threads-toggle
      slot="actions"
      part="threads-toggle"
      exportparts=${TOGGLE}
      ?pressed=${this.#listing}
      @click=${() => void this.#toggle()}
    ></chat-threads-toggle>`;
  }

  /** What stands beside the field of the composer. */
  tools(): TemplateResult {
    const { shell } = this.#of;
    return html`${
      this.#has('actions')
        ? html`<chat-actions
            slot="before"
            part="actions"
            .actions=${shell.actionsMenu}
            exportparts=${ACTIONS}
          ></chat-actions>`
        : nothing
    }${
      this.#has('emojis') ? html`<chat-emojis slot="after" part="emojis" exportparts=${EMOJIS}></chat-emojis>` : nothing
    }`;
  }

  /** Nobody is there, and a message can be left. */
  get #leaves(): boolean {
    return this.#has('leave');
  }

  #wants(name: ExtraName): boolean {
    const { shell } = this.#of;
    if (name === 'threads') return shell.getAttribute('threads') === 'multi';
    if (name === 'leave') return offerOf(this.#of.handle.state) !== undefined;
    if (name === 'emojis') return shell.emojis === true;
    if (name === 'actions') return !!shell.actionsMenu;
    if (name === 'overlay') return has(shell, 'overlay');
    return !!shell.form || has(shell, 'form');
  }

  #has(name: ExtraName): boolean {
    if (!this.#wants(name)) return false;
    if (!this.#loads.has(name)) void this.#fetch(name);
    return this.#loads.get(name) === 'here';
  }

  /** What can't be fetched is left out: the chat is more than that. */
  async #fetch(name: ExtraName): Promise<void> {
    this.#loads.set(name, 'loading');
    // A form that could not send what is written into it would be worse than none: this verb's code sends it.
    const needed = name === 'leave' ? this.#of.shell.verifySession() : undefined;
    const came = await Promise.all([this.#loaders[name](), needed]).then(
      () => true,
      () => false,
    );
    this.#loads.set(name, came ? 'here' : 'failed');
    this.#of.shell.requestUpdate();
  }

  /** Asks nothing before it is known whether a conversation comes back. */
  async #settle(): Promise<void> {
    await this.#of.ready();
    this.#ready = true;
    this.#of.shell.requestUpdate();
  }

  /** Who comes back finds what they have, before a new conversation is begun. */
  async #look(): Promise<void> {
    const { shell, handle } = this.#of;
    await this.#of.ready();
    const threads = await shell.getThreads();
    const listed = await threads.list();
    const { current, view } = handle.state;
    if (listed.length === 0 || current !== undefined || view.drafts['']) return;
    // The field that the visitor is in goes; whoever uses a keyboard must not be left nowhere.
    const follows = shell.shadowRoot?.activeElement?.localName === 'chat-composer';
    this.#listing = true;
    shell.requestUpdate();
    await shell.updateComplete;
    if (follows) this.#enter('chat-threads');
  }

  async #toggle(): Promise<void> {
    const { shell } = this.#of;
    this.#listing = !this.#listing;
    shell.requestUpdate();
    await shell.updateComplete;
    this.#enter(this.#listing ? 'chat-threads' : 'chat-composer');
  }

  /** A conversation was chosen: it stands where the list was. */
  #opened(event: Event): void {
    const { shell } = this.#of;
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.#listing = false;
      shell.requestUpdate();
      void shell.updateComplete.then(() => this.#enter('chat-form:not(:state(done)), chat-composer'));
    });
  }

  /** On a phone the keyboard would cover what the visitor came to read. */
  #enter(where: string): void {
    const coarse = matchMedia('(pointer: coarse)').matches && where !== 'chat-threads';
    this.#of.shell.shadowRoot?.querySelector<HTMLElement>(coarse ? 'chat-window' : where)?.focus();
  }

  /** The form is answered: where it had the focus, the field of the conversation takes it. */
  async #goOn(): Promise<void> {
    const { shell } = this.#of;
    const root = shell.shadowRoot;
    const inForm = root?.activeElement?.localName === 'chat-form' || shell.querySelector('[slot="form"]:focus-within');
    if (!inForm) return;
    await shell.updateComplete;
    const to = matchMedia('(pointer: coarse)').matches ? 'chat-window' : 'chat-composer';
    root?.querySelector<HTMLElement>(to)?.focus();
  }
}
