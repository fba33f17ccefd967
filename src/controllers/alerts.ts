import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatHandle } from '../session/host.js';
import type { Fact } from '../session/model/facts.js';
import { unreadOf } from '../session/model/selectors.js';
import type { ChatState, MessageEntry } from '../session/model/types.js';
import { claim } from './alerts/one-tab.js';
import { TitleFlash } from './alerts/title-flash.js';
import { playTone, unlockSound } from './alerts/tone.js';
import { nameOf } from './announcer.js';
import type { LocalizeController } from './localize-controller.js';
import { newsOf, readElsewhere } from './news.js';

/** Messages closer together than this sound once. */
const BURST = 1500;

/** What the controller asks of its element. */
export type AlertOptions = {
  readonly handle: () => ChatHandle | undefined;
  readonly localize: LocalizeController;
  /** Sounds also when the visitor is writing in the open window. */
  readonly always?: () => boolean;
  /** Puts the text of the message into the desktop notification; left out, it says only that there is one. */
  readonly showText?: () => boolean;
  /** Plays the sound; for tests. */
  readonly play?: () => void;
};

/** The alerts of a chat belong to the first element that asks: a second window must not double them. */
const owners = new WeakMap<ChatHandle, Alerts>();

/**
 * Draws the visitor's attention to new messages: a sound, the page's title while the page is hidden, and, if they asked
 * for it, a desktop notification. Fed with facts, so nothing old sounds; over all tabs one of them makes the noise.
 */
export class Alerts implements ReactiveController {
  #options: AlertOptions;
  #handle: ChatHandle | undefined;
  #undo: (() => void) | undefined;
  #title = new TitleFlash();
  #soundedAt = -Infinity;
  #notify = false;
  /** How often everything was read in another tab. */
  #reads = 0;

  constructor(host: ReactiveControllerHost, options: AlertOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const handle = this.#options.handle();
    if (handle === this.#handle || (handle && owners.has(handle))) return;
    this.hostDisconnected();
    if (!handle) return;
    this.#handle = handle;
    owners.set(handle, this);
    this.#notify = handle.state.view.notify;
    this.#undo = handle.subscribe((state, facts) => this.#take(state, facts));
    unlockSound();
  }

  hostDisconnected(): void {
    this.#undo?.();
    this.#undo = undefined;
    if (this.#handle) owners.delete(this.#handle);
    this.#handle = undefined;
    this.#title.stop();
  }

  #take(state: ChatState, facts: readonly Fact[]): void {
    const { notify } = state.view;
    const asked = notify && !this.#notify;
    this.#notify = notify;
    if (asked) this.#ask();
    if (readElsewhere(facts)) this.#reads++;
    for (const fact of facts) {
      // Read in another tab: there is nothing left to draw attention to.
      if (fact.type === 'unread' && fact.count === 0) this.#title.stop();
      if (fact.type !== 'received') continue;
      const conversation = state.conversations[fact.key];
      // What another tab was given before this one has been told of there.
      const given = conversation?.marks[conversation.me]?.delivered ?? 0;
      const last = newsOf(fact, state).findLast(({ seq }) => fact.whole || seq > given);
      if (last) void this.#alert(state, fact.key, last);
    }
  }

  async #alert(state: ChatState, key: string, last: MessageEntry): Promise<void> {
    const attending = isAttending(state);
    const reads = this.#reads;
    // Also the tab that stays silent claims it: the others have nothing to add.
    if (!(await claim(`${key} ${last.seq}`)) || !this.#handle || reads < this.#reads) return;
    const { localize } = this.#options;
    if (!state.view.muted && (!attending || this.#options.always?.())) this.#sound();
    if (document.visibilityState === 'visible') return;
    this.#title.start(localize.term('newMessages', Math.max(1, unreadOf(state.conversations[key]))));
    if (state.view.notify) this.#show(last, key);
  }

  #sound(): void {
    const now = Date.now();
    if (Math.abs(now - this.#soundedAt) < BURST) return;
    this.#soundedAt = now;
    (this.#options.play ?? playTone)();
  }

  /** Only when the wish was uttered just now: a stored wish asks nobody. */
  #ask(): void {
    if (typeof Notification === 'undefined') return this.#takeBack();
    if (Notification.permission === 'granted') return;
    if (Notification.permission === 'denied') return this.#takeBack();
    if (navigator.userActivation && !navigator.userActivation.isActive) return;
    void Notification.requestPermission().then((permission) => {
      if (permission !== 'granted') this.#takeBack();
    });
  }

  #takeBack(): void {
    this.#handle?.perform({ type: 'chat-notify-request', detail: { notify: false } });
  }

  #show(message: MessageEntry, key: string): void {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const { localize, showText } = this.#options;
    const body = showText?.() ? message.text.slice(0, 200) : localize.term('announceMany', 1);
    try {
      const note = new Notification(nameOf(message.from, localize), {
        body,
        tag: key,
        lang: localize.lang,
        silent: true,
      });
      note.onclick = () => {
        window.focus();
        this.#handle?.perform({ type: 'chat-open-request', detail: {} });
        note.close();
      };
    } catch {
      // Phones have notifications for service workers only.
    }
  }
}

/** The visitor looks at the open window and is about to write: they see what comes. */
function isAttending(state: ChatState): boolean {
  if (!state.view.open || document.visibilityState !== 'visible' || !document.hasFocus()) return false;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.localName === 'textarea' && (active.getRootNode() as ShadowRoot).host?.localName.includes('composer');
}
