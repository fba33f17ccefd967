/**
 * `live-chat-elements/presets/omnichannel`: everything that a page needs which was written for the Dynamics 365 live chat
 * widget and has no element of ours. It registers `<live-chat>`, mounts the one that such a page lacks, and puts the SDK on
 * the page.
 */
import '../define/live-chat.js';
import type { LiveChat } from '../elements/live-chat.js';
import { installSdk } from '../facades/omnichannel/index.js';
import { ChatError } from '../session/model/errors.js';
import type { TransportFactory } from '../session/transport.js';

/** What {@link installOmnichannel} takes. */
export type OmnichannelOptions = {
  /** The address of the chat server, for the element that is mounted; default: the page's own origin. */
  readonly endpoint?: string | undefined;
  /** Which of its channels. */
  readonly channel?: string | undefined;
  /** Another back end than the chat server of this project. */
  readonly transport?: TransportFactory | undefined;
  /** The address of a page that shows the chat alone, for `inNewWindow` and `data-open-in-window`. */
  readonly windowUrl?: string | undefined;
  /** The name of a function of the page that is called with a callback for the customer's token, as the settings of the old widget name it. */
  readonly authFunction?: string | undefined;
  /** The element to use; default: the first on the page, and where there is none, one is put at its end. */
  readonly element?: LiveChat | undefined;
};

/** The id that the documents give the script tag; its attributes are read wherever it stands. */
const TAG = 'Microsoft_Omnichannel_LCWidget';

/** Documented attributes that change nothing here, and why. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  'data-hide-minimize-button': 'hide the part with CSS: live-chat::part(header-minimize)',
  'data-custom-close-button-text': 'the texts come from the locale; register one of your own',
  'data-suggested-action-layout': 'there is one layout, which wraps',
};

type Props = Readonly<Record<string, unknown>>;
const objectIn = (holder: unknown, name: string): Props => {
  const found = typeof holder === 'object' && holder !== null ? (holder as Props)[name] : undefined;
  return typeof found === 'object' && found !== null ? (found as Props) : {};
};

/**
 * Makes a page that was written for the Dynamics 365 live chat widget run on `<live-chat>`; returns its undo, which takes
 * everything off again. Call it once, where the page loaded the old script.
 * @throws ChatError `invalid`: the page has an SDK. `unsupported`: the browser is too old
 */
export function installOmnichannel(options: OmnichannelOptions = {}): () => void {
  // Below the floor of the browsers nothing is registered, and every call would wait for ever.
  if (!customElements.get('live-chat'))
    throw new ChatError(
      'unsupported',
      'installOmnichannel: this browser is too old for <live-chat>; the page has no chat',
    );
  const found = options.element ?? document.querySelector('live-chat') ?? undefined;
  const chat = found ?? document.createElement('live-chat');
  if (!found) {
    chat.endpoint = options.endpoint ?? '';
    chat.channel = options.channel ?? 'default';
  }
  const { transport } = chat;
  if (options.transport) chat.transport ??= options.transport;
  const { windowUrl } = options;
  const openWindow = windowUrl === undefined ? undefined : () => popUp(windowUrl);
  const takeOff = installSdk({ host: chat, openWindow });
  const forget = options.authFunction === undefined ? () => undefined : useFunction(chat, options.authFunction);
  const tag = document.getElementById(TAG);
  const undress = tag ? dress(chat, tag, openWindow) : () => undefined;
  const mount = (): void => document.body.append(chat);
  // A script in the head may run before there is a body.
  if (!found && document.body) mount();
  else if (!found) document.addEventListener('DOMContentLoaded', mount);
  // An element that was there before has said so when nobody could have called the SDK yet.
  else if (found.hasUpdated) dispatchEvent(new CustomEvent('lcw:ready'));
  return () => {
    document.removeEventListener('DOMContentLoaded', mount);
    undress();
    forget();
    takeOff();
    chat.transport = transport;
    if (!found) chat.remove();
  };
}

/** Asks a function of the page by its name for tokens. That there is none is an error of its own, and not one of a provider. */
function useFunction(chat: LiveChat, name: string): () => void {
  const provider = (callback: (token: string) => void): unknown => {
    const found = (globalThis as unknown as Props)[name];
    if (typeof found !== 'function') throw new ChatError('token-function', `there is no function ${name} on the page`);
    return (found as (callback: unknown) => unknown)(callback);
  };
  chat.setAuthTokenProvider(provider);
  return () => {
    if (chat.getAuthTokenProvider() === provider) chat.removeAuthTokenProvider();
  };
}

/** One window: asked for again it comes to the front, as it is. */
let popped: Window | null = null;
function popUp(url: string): boolean {
  if (popped && !popped.closed) popped.focus();
  else popped = open(url, 'live-chat', 'popup,width=420,height=680');
  return popped !== null;
}

/** Does what the attributes of the script tag and its customisation ask; returns its undo. */
function dress(chat: LiveChat, tag: HTMLElement, openWindow: (() => boolean) | undefined): () => void {
  const undo: (() => void)[] = [];
  const put = (name: 'heading' | 'dir' | 'lang', value: string): void => {
    const before = chat[name];
    chat[name] = value;
    undo.push(() => (chat[name] = before));
  };
  const callback = tag.getAttribute('data-customization-callback');
  const named = callback === null ? undefined : (globalThis as unknown as Props)[callback];
  if (callback !== null && typeof named !== 'function')
    console.warn(`[live-chat] data-customization-callback: there is no function ${callback} on the page`);
  const props: unknown = typeof named === 'function' ? (named as () => unknown)() : undefined;
  const control = objectIn(props, 'controlProps');
  const title = objectIn(objectIn(objectIn(props, 'headerProps'), 'controlProps'), 'headerTitleProps')['text'];
  if (typeof title === 'string') put('heading', title);
  if (control['dir'] === 'rtl' || control['dir'] === 'ltr') put('dir', control['dir']);
  const locale = tag.getAttribute('data-locale');
  if (locale !== null && /^[a-z]{2,3}(-[\w-]+)?$/i.test(locale)) put('lang', locale);
  undo.push(style(chat, tag, 'data-color-override', 'color', '--live-chat-accent'));
  undo.push(style(chat, tag, 'data-font-family-override', 'font-family', 'font-family'));
  if (isOn(tag, 'data-hide-chat-button') || control['hideChatButton'] === true) {
    // Something stands where the launcher would, and is nothing.
    const nothing = document.createElement('span');
    nothing.slot = 'launcher';
    nothing.hidden = true;
    chat.append(nothing);
    undo.push(() => nothing.remove());
  }
  if (isOn(tag, 'data-render-mobile')) undo.push(fill(chat));
  if (isOn(tag, 'data-open-in-window') && openWindow) {
    const elsewhere = (event: Event): void => {
      // A browser that lets no window open must not leave the visitor without a chat.
      if (openWindow()) event.preventDefault();
    };
    chat.addEventListener('chat-open-request', elsewhere);
    undo.push(() => chat.removeEventListener('chat-open-request', elsewhere));
  }
  if (isOn(tag, 'data-open-in-window') && !openWindow)
    console.warn('[live-chat] data-open-in-window has no effect: say where the chat window is, by windowUrl');
  for (const [name, remedy] of Object.entries(WITHOUT_EFFECT))
    if (tag.hasAttribute(name)) console.warn(`[live-chat] ${name} has no effect: ${remedy}`);
  return () => {
    for (const back of undo.splice(0)) back();
  };
}

/** The open window fills the page, without a header: the app around it has one, and calls `closeChat()`. The row of the header stays, empty. */
const FILLED = `
  live-chat[data-render-mobile]::part(window-panel) {
    inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; box-shadow: none;
  }
  live-chat[data-render-mobile]::part(header) { visibility: hidden; block-size: 0; overflow: hidden; }
`;

function fill(chat: LiveChat): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FILLED);
  document.adoptedStyleSheets.push(sheet);
  const before = chat.hasAttribute('data-render-mobile');
  chat.toggleAttribute('data-render-mobile', true);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    chat.toggleAttribute('data-render-mobile', before);
  };
}

function isOn(tag: HTMLElement, name: string): boolean {
  return tag.hasAttribute(name) && tag.getAttribute(name) !== 'false';
}

/** What a style sheet would take, and nothing else; returns its undo. */
function style(chat: LiveChat, tag: HTMLElement, name: string, property: string, token: string): () => void {
  const value = tag.getAttribute(name)?.trim();
  const before = chat.style.getPropertyValue(token);
  if (value && CSS.supports(property, value)) chat.style.setProperty(token, value);
  return () => chat.style.setProperty(token, before);
}
