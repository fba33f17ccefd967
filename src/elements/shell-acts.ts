import type { TemplateResult } from 'lit';
import { langOf } from '../locales/lang-of.js';
import type { Chat } from '../session/chat.js';
import type { Intent } from '../session/intents.js';
import { ChatError } from '../session/model/errors.js';
import type { EventName } from '../vocabulary/events.js';
import type { ChatElement } from './chat-element.js';
import { LiveChat, type AllVerbs, type Reason } from './live-chat.js';
import { oneOf } from './one-of.js';
import type { ExtrasFor, PanelExtras } from './panel-extras.js';
import { has, renderPanel } from './panel.js';
import type { ShellHandle } from './shell-handle.js';
import type { ViewVerbs } from './view-verbs.js';

/** A session that is shared by everybody on the page who asked for it. */
export type Acquired = {
  readonly chat: Chat;
  /** What an earlier page left behind is here. */
  readonly ready: Promise<unknown>;
  readonly release: () => void;
};

/** What the shell asks a session with. */
export type ShellSession = Pick<
  LiveChat,
  'endpoint' | 'channel' | 'sessionKey' | 'persist' | 'userData' | 'transport' | 'debug'
> & {
  readonly language: () => string | undefined;
};

type Verbs = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** Where the visitor begins: the form, while it is asked; it stands before the other. */
const ENTRY = 'chat-form:not(:state(done)), chat-composer';

/** The half of `<live-chat>` that is loaded at the first act: the session, the inside of the window, the focus. */
export class ShellActs {
  #shell: LiveChat;
  #handle: ShellHandle;
  #acquire: (options: ShellSession) => Acquired;
  #acquired: Acquired | undefined;
  #undo: (() => void)[] = [];
  #opener: HTMLElement | undefined;
  #completing = false;
  /** The names of another product: nobody needs them to open and write. */
  #lcw = import('../vocabulary/lcw.js').catch(() => undefined);
  #extras: Partial<PanelExtras> | undefined;
  #extending: Promise<void> | undefined;
  #load: () => Promise<{ readonly extras: (of: ExtrasFor) => PanelExtras }>;

  constructor(
    shell: LiveChat,
    handle: ShellHandle,
    acquire: (options: ShellSession) => Acquired,
    load: () => Promise<{ readonly extras: (of: ExtrasFor) => PanelExtras }>,
  ) {
    this.#shell = shell;
    this.#handle = handle;
    this.#acquire = acquire;
    this.#load = load;
    // What is misspelt works as the first word does, and is told once.
    oneOf(shell, 'theme', shell.theme, ['auto', 'light', 'dark']);
    oneOf(shell, 'mode', shell.mode, ['floating', 'inline']);
    shell.persist = oneOf(shell, 'persist', shell.persist, ['local', 'session', 'none']);
  }

  /** The session; taken when it is first needed, and again after the element was moved. */
  get chat(): Chat {
    return (this.#acquired ??= this.#take()).chat;
  }

  #take(): Acquired {
    const shell = this.#shell;
    const { endpoint, channel, sessionKey, persist, userData, transport, debug } = shell;
    const language = () => langOf(shell) || undefined;
    const acquired = this.#acquire({ endpoint, channel, sessionKey, persist, userData, transport, debug, language });
    const { lent } = acquired.chat;
    lent.add(shell.providers);
    this.#undo = [
      () => lent.delete(shell.providers),
      acquired.chat.onAny(({ type, detail }) => {
        shell.emit(type, detail);
        this.#speak(type, detail);
        // Nobody is there: what takes a message is fetched.
        const { code, open } = detail as { readonly code?: string; readonly open?: boolean };
        if (code === 'unattended' || open === false) this.#extending ??= this.#extend();
      }),
      acquired.chat.intercept((type, detail) =>
        shell.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true })),
      ),
    ];
    const { chat } = acquired;
    chat.hold(
      Promise.all(
        shell.registered.map(([name, given]) =>
          this.#call(chat, name, [given]).catch((error: Error) =>
            shell.emit('chat-error', { code: 'load-failed', message: error.message }),
          ),
        ),
      ),
    );
    this.#handle.attach(chat);
    void this.#complete();
    // It was taken off the page while this was being loaded.
    queueMicrotask(() => {
      if (!shell.isConnected) this.disconnect();
    });
    return acquired;
  }

  /** Sound, title, notifications and what the page adds: nobody needs them to open and write, so they come by themselves. */
  async #complete(): Promise<void> {
    if (this.#completing) return;
    this.#completing = true;
    const loaded = await import('./shell-later.js').catch(() => undefined);
    this.#completing = loaded !== undefined;
    loaded?.later(this.#shell, this.#handle);
  }

  /** The element came (back) to a page: what was going on goes on. */
  connect(): void {
    // Not by the getter: a minifier drops one whose value nobody uses.
    this.#acquired ??= this.#take();
  }

  /** Calls a verb, which means the conversation that is going on already, if there is one. */
  async verb(name: keyof AllVerbs | keyof ViewVerbs, args: readonly unknown[]): Promise<unknown> {
    const { chat } = this;
    await this.#acquired?.ready;
    return this.#call(chat, name, args);
  }

  async #call(chat: Chat, name: keyof AllVerbs | keyof ViewVerbs, args: readonly unknown[]): Promise<unknown> {
    const host = name in chat ? chat : await this.#elementVerbs();
    return (host as unknown as Verbs)[name]?.(...args);
  }

  async #elementVerbs(): Promise<object> {
    const loaded = await import('./element-verbs.js').catch((cause: unknown) => {
      throw new ChatError('load-failed', 'the code of the verb could not be loaded; try again', { cause });
    });
    return loaded.elementVerbs(this.#shell, this.#handle);
  }

  /** The element left the page. The session outlives a move, and is never ended here. */
  disconnect(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#handle.attach(undefined);
    this.#acquired?.release();
    this.#acquired = undefined;
  }

  /** The inside of the window. */
  panel(): TemplateResult {
    const shell = this.#shell;
    if (
      shell.form ||
      has(shell, 'form') ||
      has(shell, 'overlay') ||
      shell.emojis ||
      shell.actionsMenu ||
      shell.hasAttribute('threads')
    )
      this.#extending ??= this.#extend();
    return renderPanel(shell, this.#extras, this.#extras ? this.#extras.asks : this.#extending);
  }

  /** What only some pages have: a form, emojis, actions, an overlay. Where it can't be loaded, the chat goes on without. */
  async #extend(): Promise<void> {
    const of = { shell: this.#shell, handle: this.#handle, ready: () => this.#acquired?.ready };
    this.#extras = await this.#load().then(
      ({ extras }) => extras(of),
      () => ({}),
    );
    await this.#extras.loaded;
    this.#shell.requestUpdate();
  }

  /** Does what an intent asks. */
  perform(intent: Intent): void {
    switch (intent.type) {
      case 'chat-open-request':
        return this.#shell.show();
      case 'chat-minimize-request':
        return this.#shell.minimize();
      case 'chat-close-request':
        return this.#shell.hide();
      case 'chat-new-request':
        void this.#afterNew();
        return this.chat.perform(intent);
      default:
        this.chat.perform(intent);
    }
  }

  /** Puts a text into the composer, unless the visitor has typed something. */
  async prefill(text: string): Promise<void> {
    const { chat } = this;
    await this.#acquired?.ready;
    const { current, view } = chat.state;
    if (!view.drafts[current ?? '']) chat.perform({ type: 'chat-draft-request', detail: { text } });
  }

  /** The window was opened or put away: the focus goes along when the visitor did it, and never otherwise. */
  windowChanged(what: 'opened' | 'closed' | 'minimized', reason: Reason, active: Element | null): void {
    // Opening brings back what an earlier page left behind.
    if (what === 'opened') void this.chat.recover();
    this.#speak(`chat-window-${what}`, { reason });
    void this.#moveFocus(what === 'opened', reason, active);
  }

  /** The button that was pressed is gone with the old conversation; the next thing to do is to write. */
  async #afterNew(): Promise<void> {
    const root = this.#shell.shadowRoot;
    if (!root?.activeElement) return;
    await new Promise<void>((resolve) => {
      const undo = this.chat.subscribe((state) => {
        if (state.current !== undefined) return;
        undo();
        resolve();
      });
    });
    await this.#shell.updateComplete;
    const entry = root.querySelector<HTMLElement & ChatElement>(ENTRY);
    await entry?.updateComplete;
    entry?.focus();
  }

  async #moveFocus(open: boolean, reason: Reason, active: Element | null): Promise<void> {
    const shell = this.#shell;
    const root = shell.shadowRoot;
    if (open && reason === 'user') {
      this.#opener =
        active instanceof HTMLElement && active !== shell && active !== shell.ownerDocument.body ? active : undefined;
      await this.#extending;
      await shell.updateComplete;
      // On a phone the keyboard would cover what the visitor came to read.
      root?.querySelector<HTMLElement>(matchMedia('(pointer: coarse)').matches ? 'chat-window' : ENTRY)?.focus();
    } else if (!open && (active === shell || reason === 'user')) {
      // While a modal window is open the rest of the page is inert, the launcher too.
      await shell.updateComplete;
      await root?.querySelector('chat-window')?.updateComplete;
      (this.#opener?.isConnected ? this.#opener : root?.querySelector<HTMLElement>('chat-launcher'))?.focus();
      this.#opener = undefined;
    }
  }

  #speak(type: EventName, detail: Record<string, unknown>): void {
    if (LiveChat.speaker === this.#shell)
      void this.#lcw.then((lcw) =>
        lcw?.tellLcw(type, detail, (event) => dispatchEvent(new CustomEvent(event.type, { detail: event.detail }))),
      );
  }
}
