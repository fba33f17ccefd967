/**
 * `live-chat-elements/facades/omnichannel`: `Microsoft.Omnichannel.LiveChatWidget.SDK` and the `lcw:*` events, for page code
 * that was written for the Dynamics 365 live chat SDK.
 */
import type { Chat } from '../../session/chat.js';
import type { ChatHost, CustomContext } from '../../session/host.js';
import { ChatError } from '../../session/model/errors.js';
import { conversationOf, isRunning } from '../../session/model/selectors.js';
import type { AuthTokenProvider, ContextProvider, ProviderVerbs } from '../../session/model/providers.js';
import { tellLcw } from '../../vocabulary/lcw.js';

type Verbs = Pick<
  ChatHost,
  'state' | 'startChat' | 'endChat' | 'restore' | 'getAgentAvailability' | 'logout' | 'subscribe'
> &
  ProviderVerbs;

/** The window of a host that has one, its invitation, and its form. */
type Windowed = {
  show(): void;
  hide(): void;
  /** Asked before a conversation; of an element that has one the window is opened, and the visitor starts. */
  readonly form?: unknown;
  /** Of an element: the page may have put a form of its own inside. */
  querySelector?(selector: string): unknown;
  addEventListener?(type: string, listener: (event: Event) => void): void;
  removeEventListener?(type: string, listener: (event: Event) => void): void;
  readonly startProactiveChat?: (
    notification: { readonly message: string },
    showPrechat: boolean,
    options: { readonly accepted?: (() => void) | undefined },
  ) => Promise<unknown>;
};

/** What the SDK is put on: a `<live-chat>`, which speaks on `window` by itself, or a headless chat. */
export type OmnichannelHost = Verbs & (Windowed | Pick<Chat, 'onAny'>);

/** What `startChat` and `startProactiveChat` take beside the context. */
type WhereOptions = { readonly inNewWindow?: boolean | undefined };

/** `Microsoft.Omnichannel.LiveChatWidget.SDK`: the documented methods. All are synchronous, and all but the getters return nothing. */
export type OmnichannelSdk = {
  /** @throws TypeError when it is no function */
  setContextProvider(provider: ContextProvider): void;
  getContextProvider(): ContextProvider | null;
  removeContextProvider(): void;
  /** @throws TypeError when it is no function */
  setAuthTokenProvider(provider: AuthTokenProvider): void;
  getAuthTokenProvider(): AuthTokenProvider | null;
  removeAuthTokenProvider(): void;
  /** Opens the chat that is going on, or starts one. */
  startChat(options?: WhereOptions & { readonly customContext?: CustomContext | undefined }): void;
  /** Invites the visitor to a chat. @throws TypeError without a first argument */
  startProactiveChat(notification: { readonly message?: string }, showPrechat?: boolean, options?: WhereOptions): void;
  /** Ends the conversation and closes the window; nothing of it stays on the device, also when the end can be stored only later. */
  closeChat(): void;
  /** Asks whether somebody is there; `lcw:getAgentAvailability` tells the answer. */
  getAgentAvailability(options?: { readonly customContext?: CustomContext | undefined }): void;
};

/** What {@link installSdk} takes. */
export type InstallSdkOptions = {
  readonly host: OmnichannelHost;
  /** Where the names are put and the events are told; default: the window. */
  readonly page?: EventTarget | undefined;
  /** Opens the chat in a window of its own; left out, or when it returns false, it opens in the page. */
  readonly openWindow?: (() => unknown) | undefined;
  /** Told what is asked for and can't be done. Default: a warning in the console. */
  readonly warn?: ((text: string) => void) | undefined;
};

/** The documented text of an invitation without one. */
const INVITATION = "Hi! Have any questions? I'm here to help";

/** So long, in milliseconds, `closeChat` leaves the window open while the end is not stored. */
const CLOSES = 2_000;

const PATH = ['Microsoft', 'Omnichannel', 'LiveChatWidget'] as const;

type Names = Record<string, unknown>;

/**
 * Puts the SDK on the page; returns its undo. On a headless chat it tells the `lcw:*` events, too, and `lcw:ready` at once.
 * @throws ChatError `invalid`: the page has an SDK; the message names the remedy
 */
export function installSdk(options: InstallSdkOptions): () => void {
  const { host, page = globalThis } = options;
  const undo: (() => void)[] = [];
  let holder = page as unknown as Names;
  for (const name of PATH) holder = within(holder, name, undo);
  if (holder['SDK'] !== undefined)
    throw new ChatError(
      'invalid',
      'Microsoft.Omnichannel.LiveChatWidget.SDK is there already: install once, and take the old script off the page',
    );
  const speak = (type: string, detail: unknown = null): void =>
    void page.dispatchEvent(new CustomEvent(type, { detail }));
  holder['SDK'] = sdkOf(options, speak);
  undo.push(() => delete holder['SDK']);
  if ('onAny' in host) {
    undo.push(
      host.onAny(({ type, detail }) => {
        tellLcw(type, detail, (event) => speak(event.type, event.detail));
      }),
    );
    speak('lcw:ready');
  }
  // Without its code the element can tell itself alone.
  const unloaded = (event: Event): void => {
    const { detail } = event as CustomEvent<{ readonly code: string; readonly message: string }>;
    if (detail.code === 'load-failed') tellLcw('chat-error', detail, (one) => speak(one.type, one.detail));
  };
  if ('show' in host) {
    host.addEventListener?.('chat-error', unloaded);
    undo.push(() => host.removeEventListener?.('chat-error', unloaded));
  }
  return () => {
    for (const back of undo.splice(0).reverse()) back();
  };
}

function sdkOf(
  { host, openWindow, warn = (text) => console.warn(text) }: InstallSdkOptions,
  speak: (type: string, detail?: unknown) => void,
): OmnichannelSdk {
  const shown = 'show' in host ? host : undefined;
  const open = ({ inNewWindow = false }: WhereOptions = {}): void => {
    if (inNewWindow && openWindow && openWindow() !== false) return;
    if (inNewWindow)
      warn(
        openWindow
          ? 'inNewWindow: the browser let no window open, as it does without a click; the chat opens in the page'
          : 'inNewWindow: no address of a chat window is configured; the chat opens in the page',
      );
    shown?.show();
  };
  /** Of what went wrong the session has told what is documented; the rest is the page's own mistake. */
  const told = (error: unknown): void => {
    const { code, message } = error as { code?: string; message?: string };
    if (code === 'invalid') speak('lcw:error', { errorCode: code, errorDescription: message });
  };
  /** Whether the visitor is asked something before a conversation, and starts it with that. */
  const asks = (): boolean => !!shown && (!!shown.form || !!shown.querySelector?.(':scope > [slot="form"]'));
  const start = (options: Parameters<OmnichannelSdk['startChat']>[0] = {}, showPrechat = true): void => {
    const { customContext } = options;
    open(options);
    if (isRunning(conversationOf(host.state))) return;
    const begin = (): void => {
      if (showPrechat && asks() && customContext === undefined) return;
      // One that another tab has is found and opened: that is what was wanted.
      host.startChat(customContext === undefined ? {} : { customContext }).catch(told);
    };
    if (!host.getAuthTokenProvider()) return begin();
    // A customer may have begun one on another device. What is wrong with their token was told then, and once is enough.
    host.restore().catch(({ code }: { readonly code?: string }) => {
      // A second call while the first looks is no second wish.
      if (code !== 'busy' && !code?.startsWith('token-')) begin();
    });
  };
  return {
    setContextProvider: (provider) => host.setContextProvider(provider),
    getContextProvider: () => host.getContextProvider(),
    removeContextProvider: () => host.removeContextProvider(),
    setAuthTokenProvider: (provider) => host.setAuthTokenProvider(provider),
    getAuthTokenProvider: () => host.getAuthTokenProvider(),
    removeAuthTokenProvider: () => host.removeAuthTokenProvider(),
    startChat: (options) => start(options),
    startProactiveChat: (notification, showPrechat = true, options = {}) => {
      if (typeof notification !== 'object' || notification === null)
        throw new TypeError('startProactiveChat: the first argument must be an object like { message }');
      // Whoever talks already needs no invitation.
      if (isRunning(conversationOf(host.state))) return;
      const { message = INVITATION } = notification;
      if (shown?.startProactiveChat)
        shown
          .startProactiveChat(
            { message },
            showPrechat,
            options.inNewWindow ? { accepted: () => start(options, showPrechat) } : {},
          )
          .catch(told);
      else warn('startProactiveChat: nothing here shows an invitation; the chat is not opened without being asked for');
    },
    closeChat: () => {
      let key: string | undefined;
      let open = true;
      const close = (): void => {
        if (!open) return;
        open = false;
        clearTimeout(patience);
        key ??= conversationOf(host.state)?.key;
        // It closes the widget, also one that was put away.
        if (key !== undefined && !host.state.view.open && shown) speak('lcw:onClose');
        shown?.hide();
      };
      // The end is told before, where the network is good; without one the visitor need not look at a chat that is to be gone.
      const patience = setTimeout(close, CLOSES);
      host
        .endChat()
        .then(() => over(host))
        // One that is over already is taken off the browser as well.
        .catch((error: unknown) => {
          if (isRunning(conversationOf(host.state))) throw error;
        })
        .then(() => {
          // Not before: on a page that was just loaded it is only here when it has come back.
          key = conversationOf(host.state)?.key;
          return key === undefined ? undefined : host.logout({ conversation: key });
        })
        .catch(told)
        .finally(close);
    },
    getAgentAvailability: (options = {}) => {
      host.getAgentAvailability(options).catch((error: unknown) => {
        told(error);
        warn(`getAgentAvailability: ${error instanceof Error ? error.message : 'it could not be asked'}`);
      });
    },
  };
}

/** Resolves when the end of the conversation has been told, too. */
function over(host: Verbs): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isRunning(conversationOf(host.state))) return;
      undo();
      resolve();
    };
    const undo = host.subscribe(look);
    look();
  });
}

/** The object under a name, made where there is none; undone, one that was made and is empty goes. */
function within(holder: Names, name: string, undo: (() => void)[]): Names {
  const found = holder[name];
  if (typeof found === 'object' && found !== null) return found as Names;
  const made: Names = {};
  holder[name] = made;
  undo.push(() => {
    if (holder[name] === made && Object.keys(made).length === 0) delete holder[name];
  });
  return made;
}
