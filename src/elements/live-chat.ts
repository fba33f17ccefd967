import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { chatContext } from '../controllers/context.js';
import type { ChatHandle, ChatVerbs, MoreVerbs } from '../session/host.js';
import { ChatError } from '../session/model/errors.js';
import { providerVerbs, type Providers, type ProviderVerbs } from '../session/model/providers.js';
import type { ChatState, UserData } from '../session/model/types.js';
import type { TransportFactory } from '../session/transport.js';
import { markerName, scopeOf } from '../vocabulary/storage.js';
import { ELEMENT_VERBS, MORE_VERBS, REGISTERING, VERBS, type Given } from '../vocabulary/verbs.js';
import type { ChatAction } from './actions/actions.js';
import type { ElementVerbs } from './element-verbs.js';
import type { ChatFormOptions } from './form/fields.js';
import { setStates } from './internals.js';
import type { Invitations, InviteOptions, InviteResult } from './invitation/invite.js';
import type { ProactiveOptions } from './invitation/rules.js';
import { shellStyles } from './live-chat.styles.js';
import type { ShellActs } from './shell-acts.js';
import { ShellHandle } from './shell-handle.js';
import type { ViewVerbs } from './view-verbs.js';

/** Who caused a change of the window; `error`: its script could not be loaded. */
export type Reason = 'user' | 'api' | 'error';

/** Every documented verb of the element. */
export interface AllVerbs extends ChatVerbs, MoreVerbs, ElementVerbs {}

type InvitationAct = (shell: LiveChat, handle: ShellHandle, ...given: unknown[]) => Promise<InviteResult>;

/** Set by the page as a property only. */
const PROPERTY = { attribute: false };

const FAILED = 'the chat could not load; try again';

function failed(cause: unknown): never {
  throw new ChatError('load-failed', FAILED, { cause });
}

/** What `show()` takes. */
export type ShowOptions = {
  /** Put into the composer if it is empty. */
  readonly text?: string | undefined;
};

/**
 * @summary A live chat: alone it is the whole widget, around other chat elements it is their provider.
 *
 * It is a shell. Until the visitor acts it loads nothing, requests nothing and stores nothing; the first act (opening
 * the window, or any verb that needs the server) loads the panel and the engine.
 *
 * The verbs are the documented WebChatService commands; see `ChatVerbs`.
 *
 * @fires chat-ready - verbs may be called; once, in a microtask after the first connect
 * @fires {CustomEvent} chat-window-opened - the window opened; detail `{ reason }`
 * @fires {CustomEvent} chat-window-minimized - the window was put away, the conversation goes on; detail `{ reason }`
 * @fires {CustomEvent} chat-window-closed - the window was closed; detail `{ reason }`
 * @fires {CustomEvent} chat-before-start - cancelable; `profile` and `userData` of the detail may be changed
 * @fires {CustomEvent} chat-before-send - cancelable; `text` of the detail may be changed
 * @fires {CustomEvent} chat-before-upload - cancelable, before files are taken; `files` of the detail may be changed
 * @fires {CustomEvent} chat-before-end - cancelable
 * @fires {CustomEvent} chat-before-restore - cancelable, before a stored conversation comes back; `expired` of the detail may be set
 * @fires {CustomEvent} chat-started - the server opened the conversation
 * @fires {CustomEvent} chat-queued - the visitor waits for an agent
 * @fires {CustomEvent} chat-queue-updated - place in the queue or estimated wait changed
 * @fires {CustomEvent} chat-ended - the conversation is over; `by` says who ended it
 * @fires {CustomEvent} chat-restored - a running conversation came back after a reload or in another tab
 * @fires {CustomEvent} chat-restored-offline - it came back, and the server can't be reached; `chat-server-back-online` follows
 * @fires {CustomEvent} chat-restore-timeout - the visitor was away for longer than the page allows; `chat-restore-failed` follows
 * @fires {CustomEvent} chat-restore-failed - the server does not open the stored conversation
 * @fires {CustomEvent} chat-message-received - new messages and notices
 * @fires {CustomEvent} chat-message-sent - the server stored one's own message
 * @fires {CustomEvent} chat-message-failed - the server refused one's own message
 * @fires {CustomEvent} chat-message-delivered - messages reached the other side
 * @fires {CustomEvent} chat-message-seen - messages were read on the other side
 * @fires {CustomEvent} chat-survey-answered - the visitor answered the survey after the end
 * @fires {CustomEvent} chat-assigned-agent-changed - an agent has the conversation from now on
 * @fires {CustomEvent} chat-case-status-changed - the visitor's case stands elsewhere now
 * @fires {CustomEvent} chat-message-changed - a message was corrected or taken back
 * @fires {CustomEvent} chat-thread-opened - one of the visitor's threads is shown
 * @fires {CustomEvent} chat-thread-changed - a thread was renamed, put away or brought back
 * @fires {CustomEvent} chat-thread-listed - the list of threads was fetched
 * @fires {CustomEvent} chat-agent-typing-started - somebody on the other side types
 * @fires {CustomEvent} chat-agent-typing-stopped - and stopped
 * @fires {CustomEvent} chat-agent-typing-timeout - the sign that it stopped never came
 * @fires {CustomEvent} chat-client-typing-started - the visitor types
 * @fires {CustomEvent} chat-client-typing-stopped - and stopped
 * @fires {CustomEvent} chat-agent-connected - an agent joined
 * @fires {CustomEvent} chat-agent-disconnected - an agent left, or lost the connection
 * @fires {CustomEvent} chat-supervisor-connected - a supervisor joined
 * @fires {CustomEvent} chat-supervisor-disconnected - a supervisor left, or lost the connection
 * @fires {CustomEvent} chat-bot-connected - a bot joined
 * @fires {CustomEvent} chat-bot-disconnected - a bot left
 * @fires {CustomEvent} chat-client-connected - the visitor is in the conversation
 * @fires {CustomEvent} chat-client-disconnected - the visitor is not any more
 * @fires {CustomEvent} chat-unread-changed - the number of unread messages changed
 * @fires {CustomEvent} chat-disconnected - the line is down
 * @fires {CustomEvent} chat-reconnected - the line is up again
 * @fires {CustomEvent} chat-connection-pending - a try to reconnect begins
 * @fires {CustomEvent} chat-server-went-offline - more than five tries failed; they go on
 * @fires {CustomEvent} chat-server-back-online - and it is back
 * @fires {CustomEvent} chat-connection-restored - at the same time as `chat-server-back-online`
 * @fires {CustomEvent} chat-polling-started - news are asked for from now on; only over a transport that polls
 * @fires {CustomEvent} chat-polling-stopped - and no longer
 * @fires {CustomEvent} chat-storage-changed - unsent text can't be kept over a reload, or can again
 * @fires {CustomEvent} chat-availability - `getAgentAvailability` was answered
 * @fires {CustomEvent} chat-error - something went wrong that no other event tells
 * @attr {'single'|'multi'} threads - `multi`: the visitor may have several conversations at a time, and has a list of them. Default: one
 * @slot - other chat elements and your own layout; anything here makes the element a provider without a look of its own
 * @slot launcher - replaces the launcher
 * @slot title - the title of the header while nobody has joined
 * @slot avatar - the picture in the header while nobody has joined
 * @slot actions - more buttons in the header, before the menu
 * @slot greeting - what stands above the first message
 * @slot before - above everything in the transcript, scrolls along
 * @slot after - below the last message, scrolls along
 * @slot composer-before - actions in front of the text field
 * @slot composer-after - actions behind it, before the send button
 * @slot hint - a line below the text field
 * @slot form - a `<form>` of the page, asked before a conversation starts
 * @slot overlay - covers the conversation for as long as it is there: terms to accept, a notice
 * @slot fallback - shown until the element is defined, and when a part of it can't be loaded: a contact link
 * @csspart launcher - the `<chat-launcher>`
 * @csspart window - the `<chat-window>`
 * @csspart header - the `<chat-header>`
 * @csspart status - the `<chat-status>`
 * @csspart transcript - the `<chat-transcript>`
 * @csspart composer - the `<chat-composer>`
 * @csspart form - the `<chat-form>`
 * @csspart leave-message - the `<chat-leave-message>`
 * @csspart emojis - the `<chat-emojis>`
 * @csspart actions - the `<chat-actions>`
 * @csspart threads - the `<chat-threads>`
 * @csspart threads-toggle - the `<chat-threads-toggle>` in the header
 * @csspart overlay - the `<chat-overlay>`
 * @csspart invitation - the `<chat-invitation>`
 * @csspart transcript-bubble - every part of an inner element is reached under the element's name: `transcript-…`,
 *   `composer-…`, `header-…`, `status-…`, `window-…`, `launcher-…`
 * @cssprop [--live-chat-z-index=1000] - the layer of the floating widget
 * @cssprop [--live-chat-inset-block=20px] - distance from the block end of the viewport
 * @cssprop [--live-chat-inset-inline=20px] - distance from the inline end of the viewport
 * @cssState open - the window is open
 */
export class LiveChat extends LitElement implements AllVerbs, ProviderVerbs {
  static override styles = shellStyles;
  // Declared fields instead of decorators: every page loads this, and the helper alone would cost a third of a kilobyte.
  static override properties = {
    endpoint: {},
    channel: {},
    sessionKey: { attribute: 'session-key' },
    persist: {},
    mode: { reflect: true },
    theme: { reflect: true },
    heading: {},
    open: { type: Boolean, reflect: true },
    debug: { type: Boolean },
    userData: PROPERTY,
    form: PROPERTY,
    emojis: { type: Boolean },
    actionsMenu: PROPERTY,
    proactive: PROPERTY,
    transport: PROPERTY,
  };

  /** Where the window, the session and the transport come from; set once by `define/live-chat.ts`. */
  static load: () => Promise<{ readonly acts: (shell: LiveChat, handle: ShellHandle) => ShellActs }> = () =>
    Promise.reject(new Error());

  /** Where invitations come from; set likewise. */
  declare static invitation: () => Promise<Invitations>;

  static #connected = new Set<LiveChat>();

  /** The first on the page speaks for it on `window`: the product that has these events knows only one widget. */
  static get speaker(): LiveChat | undefined {
    return [...LiveChat.#connected][0];
  }

  /** The address of the chat server. Default: the page's own origin. */
  declare endpoint: string;
  /** Which of the server's channels this page belongs to. */
  declare channel: string;
  /** Elements with the same key share one session. Default: made of endpoint and channel. */
  declare sessionKey: string;
  /** How long conversation and unsent text are kept: `local` over all tabs, `session` in this tab, `none` on this page. */
  declare persist: 'local' | 'session' | 'none';
  /** `floating` over the page with a launcher, or `inline` where it stands. */
  declare mode: 'floating' | 'inline';
  /** `auto` follows the page's colour scheme and the visitor's preference; or `light`, or `dark`. */
  declare theme: 'auto' | 'light' | 'dark';
  /** The title in the window's header. */
  declare heading: string;
  /** Whether the window is open. */
  declare open: boolean;
  /** Logs diagnostics to the console, without texts, names or credentials. */
  declare debug: boolean;
  /** Flat data given with every conversation. */
  declare userData: UserData | undefined;
  /** The form that is asked before a conversation starts; `true`: the usual one. A `<form slot="form">` of the page takes its place. */
  declare form: ChatFormOptions | boolean | undefined;
  /** Whether the composer has an emoji picker. */
  declare emojis: boolean | undefined;
  /** The menu of actions beside the composer; `true`: the usual ones. */
  declare actionsMenu: readonly ChatAction[] | boolean | undefined;
  /** When the visitor is invited without having asked: by time, scrolling, address, pages seen, or on the way out. */
  declare proactive: ProactiveOptions | undefined;
  /** Another back end; default: Socket.IO. Read when the engine is loaded. */
  declare transport: TransportFactory | undefined;

  // The verbs are installed below the class, by their names: they load the rest and pass the call on.
  /** Starts a conversation; resolves when the server has opened it. */
  declare startChat: ChatVerbs['startChat'];
  /** Ends the conversation; resolves when the server has stored the end. */
  declare endChat: ChatVerbs['endChat'];
  /** Sends a message; resolves when the server has stored it, stays pending while it is queued. */
  declare sendMessage: ChatVerbs['sendMessage'];
  /** Tells the other side that the visitor types; `Message` is the preview. */
  declare sendTyping: ChatVerbs['sendTyping'];
  /** The messages that are here, oldest first. */
  declare getTranscript: ChatVerbs['getTranscript'];
  /** Everybody on the other side who takes or took part, by id. */
  declare getAgents: MoreVerbs['getAgents'];
  /** Agents, times and duration of the conversation. */
  declare getStats: MoreVerbs['getStats'];
  /** Whether a conversation runs. */
  declare verifySession: MoreVerbs['verifySession'];
  /** What names the conversation on the server, and the credential that opens it. */
  declare getSessionData: MoreVerbs['getSessionData'];
  /** Tells the agent's program something that no person is shown. */
  declare sendCustomNotice: MoreVerbs['sendCustomNotice'];
  /** Merges data into that of the conversation, or of those to come. */
  declare updateUserData: MoreVerbs['updateUserData'];
  /** Hides every message that an expression matches. */
  declare addPrefilter: MoreVerbs['addPrefilter'];
  /** Sends a message that the transcript never shows. */
  declare sendFilteredMessage: MoreVerbs['sendFilteredMessage'];
  /** Has a function change every message before it is shown. */
  declare registerPreProcessor: MoreVerbs['registerPreProcessor'];
  /** Whether somebody would be there for a conversation; the event `chat-availability` tells it, too. */
  declare getAgentAvailability: MoreVerbs['getAgentAvailability'];
  /** Leaves a message for when somebody is there again. */
  declare leaveMessage: MoreVerbs['leaveMessage'];
  /** Forgets everything about the customer on this device, in every tab. */
  declare logout: MoreVerbs['logout'];
  /** Sets what gets the token of the customer who is signed in at the page. Throws a TypeError when it is no function. */
  declare setAuthTokenProvider: ProviderVerbs['setAuthTokenProvider'];
  /** The auth token provider that is set, or null. */
  declare getAuthTokenProvider: ProviderVerbs['getAuthTokenProvider'];
  /** Takes the auth token provider away. */
  declare removeAuthTokenProvider: ProviderVerbs['removeAuthTokenProvider'];
  /** Sets what gives the context of each conversation. Throws a TypeError when it is no function. */
  declare setContextProvider: ProviderVerbs['setContextProvider'];
  /** The context provider that is set, or null. */
  declare getContextProvider: ProviderVerbs['getContextProvider'];
  /** Takes the context provider away. */
  declare removeContextProvider: ProviderVerbs['removeContextProvider'];
  /** Sends files, in a message of their own: an input element that has some, a file, or a list of them. */
  declare sendFile: MoreVerbs['sendFile'];
  /** Saves a file of the conversation on the visitor's device. */
  declare downloadFile: MoreVerbs['downloadFile'];
  declare customer: MoreVerbs['customer'];
  /** The visitor's threads: their list, and what is done with them. */
  declare getThreads: MoreVerbs['getThreads'];
  /** Tells the other side that the visitor types in an input of the page. */
  declare registerTypingPreviewInput: ElementVerbs['registerTypingPreviewInput'];
  /** Comes back to a conversation that the page has stored elsewhere; `sessionData` is what `getSessionData` gave. */
  declare restore: MoreVerbs['restore'];
  /** Fetches older messages; they arrive in `chat-message-received` with `restoring`. */
  declare fetchHistory: MoreVerbs['fetchHistory'];
  /** Asks for news once; over a transport that polls, like the three after it. */
  declare poll: MoreVerbs['poll'];
  /** Begins to ask for news again. */
  declare startPoll: MoreVerbs['startPoll'];
  /** Asks for no more news. */
  declare stopPoll: MoreVerbs['stopPoll'];
  /** Counts the failed requests in a row anew. */
  declare resetPollExceptions: MoreVerbs['resetPollExceptions'];

  /** @internal What the page provides: set by verbs, asked by the session. */
  readonly providers: Providers = {};
  #handle = new ShellHandle((intent) => this.#try((acts) => acts.perform(intent)));
  #internals = this.attachInternals();
  #loading: Promise<ShellActs> | undefined;
  #acts: ShellActs | undefined;

  constructor() {
    super();
    this.endpoint = '';
    this.channel = 'default';
    this.sessionKey = '';
    this.persist = 'local';
    this.mode = 'floating';
    this.theme = 'auto';
    this.heading = '';
    this.open = false;
    this.debug = false;
    // Our handle never changes: the provider of @lit/context, which is there to tell of changes, would be dead weight.
    this.addEventListener('context-request', (event) => {
      if (event.context !== chatContext || event.contextTarget === this) return;
      event.stopPropagation();
      (event.callback as (handle: ChatHandle) => void)(this.#handle);
    });
  }

  /** The current snapshot of everything: connection, conversations, what is open. Frozen. */
  get state(): ChatState {
    return this.#handle.state;
  }

  /** Calls back after each change of `state`, with what really changed; returns its undo. */
  subscribe(listener: Parameters<ChatHandle['subscribe']>[0]): () => void {
    return this.#handle.subscribe(listener);
  }

  /** Opens the window. Called in a visitor's gesture, it takes the focus there; otherwise the focus stays where it is. */
  show(options: ShowOptions = {}): void {
    const { text } = options;
    if (text !== undefined) this.#try((acts) => acts.prefill(text));
    this.#setOpen('opened');
  }

  /** Closes the window. The conversation goes on. */
  hide(): void {
    this.#setOpen('closed');
  }

  /** Puts the window away. The conversation goes on. */
  minimize(): void {
    this.#setOpen('minimized');
  }

  /** Opens a closed window and minimises an open one. */
  toggle(): void {
    this[this.open ? 'minimize' : 'show']();
  }

  /**
   * Invites the visitor with a small card above the launcher, without taking the focus. Resolves when it shows, or with
   * the reason why not; what the visitor does with it is told by `chat-invitation-*`. It loads no more than the card.
   * @throws (rejects) `load-failed`
   */
  invite(...given: [options?: InviteOptions]): Promise<InviteResult> {
    return this.#card('invite', ...given);
  }

  /**
   * Invites the visitor, as the Dynamics live chat SDK documents it: to a chat that starts when the invitation is accepted,
   * after the page's form where it has one and `showPrechat` is not false.
   * @throws (rejects) `invalid`: the first argument is no object; `load-failed`
   */
  startProactiveChat(
    ...given: [
      notification: { readonly message?: string | undefined },
      showPrechat?: boolean,
      options?: Pick<InviteOptions, 'accepted'>,
    ]
  ): Promise<InviteResult> {
    return this.#card('startProactiveChat', ...given);
  }

  async #card(name: keyof Invitations, ...given: unknown[]): Promise<InviteResult> {
    const all = (await LiveChat.invitation().catch(failed)) as unknown as Readonly<Record<string, InvitationAct>>;
    return all[name]!(this, this.#handle, ...given);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    LiveChat.#connected.add(this);
    // Elements that were connected before us ask again.
    // (Through a cast, here and below: the manifest would list what a class is seen to dispatch.)
    (this as EventTarget).dispatchEvent(new Event('context-provider', { bubbles: true, composed: true }));
    this.ownerDocument.addEventListener('click', this.#onPageClick);
    if (this.#acts) this.#try((acts) => acts.connect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('click', this.#onPageClick);
    LiveChat.#connected.delete(this);
    // Who is only moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#acts?.disconnect();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // In a microtask after the first connect, and before all else; properties set before the definition are here now.
    if (!this.hasUpdated) {
      this.emit('chat-ready', {});
      if (LiveChat.speaker === this) dispatchEvent(new CustomEvent('lcw:ready'));
      if (this.#hasMarker()) this.#try((acts) => acts.connect());
    }
    if (changed.has('proactive')) this.#card('watch').catch(() => undefined);
    if (changed.has('theme'))
      // A page that names no colour scheme says nothing about the visitor's wish; one that does is followed.
      setStates(this.#internals, {
        auto: getComputedStyle(this.parentElement ?? this.ownerDocument.documentElement).colorScheme === 'normal',
      });
    // A page that shows the conversation itself wants its elements at once.
    if (!this.#loading && (this.mode === 'inline' || this.composed)) this.#try(() => undefined);
    // Set by the page as a property or an attribute.
    if (this.open !== this.state.view.open) this.#setOpen(this.open ? 'opened' : 'closed', true);
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot
      >${this.state.engine === 'failed' ? html`<slot name="fallback"></slot>` : nothing}${
        this.composed
          ? nothing
          : html`${this.#acts?.panel()}${
              this.mode === 'inline'
                ? nothing
                : html`<slot name="launcher"
                    ><chat-launcher
                      part="launcher"
                      exportparts="button:launcher-button,icon:launcher-icon,badge:launcher-badge,dot:launcher-dot"
                    ></chat-launcher
                  ></slot>`
            }`
      }`;
  }

  /** Whether the page has put elements of its own inside, and so lays the chat out itself. */
  get composed(): boolean {
    return !!this.querySelector(':scope > :not([slot])');
  }

  #hasMarker(): boolean {
    try {
      const name = markerName(scopeOf(this.endpoint, this.channel, this.sessionKey));
      // `localStorage` or `sessionStorage`; with `none` there is no such thing.
      return (window as unknown as Partial<Record<string, Storage>>)[`${this.persist}Storage`]?.getItem(name) === '1';
    } catch {
      // Storage is blocked: there is nothing to come back to.
      return false;
    }
  }

  /** Loads all the rest once, and calls back in the order of the calls. A failed load may be tried again. */
  async #act<Result>(run: (acts: ShellActs) => Result): Promise<Awaited<Result>> {
    if (!this.#loading) {
      this.#handle.set({ engine: 'loading' });
      this.#loading = LiveChat.load().then(({ acts }) => (this.#acts = acts(this, this.#handle)));
      this.#loading.then(
        () => this.requestUpdate(),
        () => {
          this.#loading = undefined;
          // There is no window: the launcher says so, and opens it at the next try.
          this.#handle.set({ engine: 'failed' });
          this.emit('chat-error', { code: 'load-failed', message: FAILED });
          this.#setOpen('closed');
          this.requestUpdate();
        },
      );
    }
    return await run(await this.#loading.catch(failed));
  }

  /** For acts nobody waits for: that they could not be loaded shows in the state. */
  #try(run: (acts: ShellActs) => unknown): void {
    this.#act(run).catch(() => undefined);
  }

  #setOpen(what: 'opened' | 'closed' | 'minimized', now = this.hasUpdated): void {
    const open = (this.open = what === 'opened');
    if (!now || open === this.state.view.open) return;
    this.#handle.set({ open });
    setStates(this.#internals, { open });
    const reason: Reason =
      !open && this.state.engine === 'failed' ? 'error' : navigator.userActivation?.isActive ? 'user' : 'api';
    const opener = this.ownerDocument.activeElement;
    this.emit(`chat-window-${what}`, { reason, conversationId: this.state.current });
    if (open || this.#loading) this.#try((acts) => acts.windowChanged(what, reason, opener));
  }

  /** Any button or link of the page with `data-live-chat` opens the chat; its value may name the element by id. */
  #onPageClick = (event: Event): void => {
    const { dataset } =
      (event.composedPath() as HTMLElement[]).find((node) => node.dataset?.['liveChat'] !== undefined) ?? {};
    if (
      !dataset ||
      event.defaultPrevented ||
      (dataset['liveChat'] ? dataset['liveChat'] !== this.id : LiveChat.speaker !== this)
    )
      return;
    event.preventDefault();
    this.show({ text: dataset['liveChatText'] });
  };

  /** @internal Dispatches an event of the chat. */
  emit(type: string, detail: unknown): void {
    (this as EventTarget).dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @internal What was registered before there was a session, or in an earlier one: the next is told. */
  readonly registered: (readonly [name: keyof AllVerbs, given: Given])[] = [];

  /** @internal Calls a verb of the session. One that only registers something is answered here until there is a session. */
  async verb(name: keyof AllVerbs | keyof ViewVerbs, args: readonly unknown[]): Promise<unknown> {
    const given = (args[0] ?? {}) as Given;
    const answer = REGISTERING[name]?.(given);
    if (answer) this.registered.push([name as keyof AllVerbs, given]);
    if (!answer || this.#acts) return this.#act((acts) => acts.verb(name, args));
    // Of filters it is all that were registered so far.
    return given.filters ? this.registered.flatMap(([, { filters = [] }]) => filters) : answer;
  }
}

for (const name of [...VERBS, ...MORE_VERBS, ...ELEMENT_VERBS])
  Object.assign(LiveChat.prototype, {
    [name](this: LiveChat, ...args: readonly unknown[]) {
      return this.verb(name, args);
    },
  });
Object.assign(LiveChat.prototype, providerVerbs);
