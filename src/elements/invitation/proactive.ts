/** Invites a visitor by itself when a rule of the page holds, and at once when page code says so. */
import { ChatError } from '../../session/model/errors.js';
import { conversationOf, isRunning } from '../../session/model/selectors.js';
import { Kept } from '../kept.js';
import type { LiveChat } from '../live-chat.js';
import type { ShellHandle } from '../shell-handle.js';
import { invite, type Invitations } from './invite.js';
import { holds, readRules, type ProactiveRule, type Standing } from './rules.js';

const DAY = 24 * 60 * 60 * 1000;

/** So long, in milliseconds, until it is tried again while the window is open or a conversation runs. */
const LATER = 5_000;

/** What is remembered of earlier pages, in every tab. */
type Seen = {
  /** When the pages began to be counted. */
  readonly since: number;
  readonly pages: number;
  /** When the visitor was invited. */
  readonly shown: readonly number[];
};

/** Opens the window, and begins a conversation there unless something is asked first. */
function open(shell: LiveChat, asks: boolean): void {
  shell.show();
  // How it went shows in the window.
  if (!asks) shell.startChat().catch(() => undefined);
}

/** Invites to a chat that begins as soon as the invitation is accepted. */
export const startProactiveChat: Invitations['startProactiveChat'] = async (
  shell,
  handle,
  notification,
  showPrechat = true,
  options = {},
) => {
  if (typeof notification !== 'object' || notification === null)
    throw new ChatError('invalid', 'startProactiveChat: the first argument must be an object like { message }');
  const {
    accepted = () =>
      open(shell, showPrechat && (!!shell.form || shell.querySelector(':scope > [slot="form"]') !== null)),
  } = options;
  return invite(shell, handle, { text: notification.message, accepted });
};

/** Watches the page by the rules of one element. */
class Proactive {
  #shell: LiveChat;
  #handle: ShellHandle;
  #rules: readonly ProactiveRule[];
  #times: number;
  #within: number;
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long this page was looked at, and since when it is again. */
  #looked = 0;
  #since = performance.now();
  #url = '';
  #pages = 0;
  /** Rules that have had their turn at this address. */
  #used = new Set<ProactiveRule>();

  constructor(shell: LiveChat, handle: ShellHandle) {
    this.#shell = shell;
    this.#handle = handle;
    const { times = 1, within = DAY } = shell.proactive ?? {};
    this.#times = times;
    this.#within = within;
    this.#rules = readRules(shell.proactive, (text) => console.warn(`[live-chat] ${text}`));
    if (this.#rules.length > 0) this.#listen();
  }

  /** Watches no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#listening?.abort();
  }

  #listen(): void {
    this.#listening = new AbortController();
    const on = { passive: true, signal: this.#listening.signal };
    const look = (): void => this.#look();
    addEventListener('scroll', look, { ...on, capture: true });
    addEventListener('popstate', look, on);
    // Where a page changes its address without being loaded again.
    (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', look, on);
    document.addEventListener('visibilitychange', () => this.#onVisibility(), on);
    document.documentElement.addEventListener('mouseleave', ({ clientY }) => clientY <= 0 && this.#look(true), on);
    look();
  }

  #onVisibility(): void {
    if (document.hidden) this.#looked += performance.now() - this.#since;
    this.#since = performance.now();
    this.#look();
  }

  /** Looks whether a rule holds now, and when one may hold by time alone. */
  #look(exit = false): void {
    clearTimeout(this.#timer);
    if (document.hidden || !this.#shell.isConnected) return;
    this.#count();
    const standing = this.#standing(exit);
    const rule = this.#rules.find((one) => !this.#used.has(one) && holds(one, standing));
    const { state } = this.#handle;
    // Whoever chats now may be invited when that is over.
    if (rule && (state.view.open || isRunning(conversationOf(state)))) return this.#later(LATER);
    if (rule) return void this.#invite(rule);
    const waits = this.#rules.map(({ seconds = 0 }) => seconds - standing.seconds).filter((wait) => wait > 0);
    if (waits.length > 0) this.#later(Math.min(...waits) * 1000 + 5);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#listening?.signal.aborted) this.#timer = setTimeout(() => this.#look(), ms);
  }

  #standing(exit: boolean): Standing {
    const { scrollHeight, clientHeight, scrollTop } = document.scrollingElement ?? document.documentElement;
    return {
      seconds: (this.#looked + performance.now() - this.#since) / 1000,
      // All of a page that needs no scrolling was seen.
      scroll: scrollHeight > 0 ? Math.min(100, ((scrollTop + clientHeight) / scrollHeight) * 100) : 100,
      exit,
      url: location.href,
      pages: this.#pages,
    };
  }

  /** Counts a page where a rule asks for it: otherwise nothing is stored before somebody was invited. */
  #count(): void {
    const url = location.origin + location.pathname;
    if (url === this.#url) return;
    const first = this.#url === '';
    this.#url = url;
    this.#used.clear();
    if (!first) {
      this.#looked = 0;
      this.#since = performance.now();
    }
    if (!this.#rules.some(({ pages }) => pages !== undefined)) return;
    const seen = this.#seen;
    this.#pages = seen.pages + 1;
    this.#seen = { ...seen, pages: this.#pages };
  }

  async #invite(rule: ProactiveRule): Promise<void> {
    this.#used.add(rule);
    // Two windows may stand side by side: where there are locks, one looks and writes at a time.
    const { locks } = navigator as { readonly locks?: LockManager };
    const { name } = new Kept(this.#shell, 'proactive');
    const often = await (locks ? locks.request(name, () => this.#claimed(rule)) : this.#claimed(rule));
    if (often) this.stop();
    else this.#later(LATER);
  }

  /**
   * The time is taken before the card shows, in one go with the look at it, and given back when it does not show.
   * @returns whether the visitor has been invited as often as they may be
   */
  async #claimed({ showPrechat = true, ...rule }: ProactiveRule): Promise<boolean> {
    const seen = this.#seen;
    if (seen.shown.length >= this.#times) return true;
    const now = Date.now();
    this.#seen = { ...seen, shown: [...seen.shown, now] };
    const accepted = rule.accepted ?? (() => open(this.#shell, showPrechat));
    const result = await invite(this.#shell, this.#handle, { ...rule, accepted }).catch(() => undefined);
    if (result?.shown) return seen.shown.length + 1 >= this.#times;
    const after = this.#seen;
    this.#seen = { ...after, shown: after.shown.filter((time) => time !== now) };
    return false;
  }

  get #seen(): Seen {
    const now = Date.now();
    // A clock that was set back must not silence it for years.
    const recent = (time: unknown): boolean => typeof time === 'number' && Math.abs(now - time) < this.#within;
    const { since, pages, shown } = read(new Kept(this.#shell, 'proactive').value);
    const counts = recent(since) && typeof pages === 'number';
    return {
      since: counts ? (since as number) : now,
      pages: counts ? pages : 0,
      shown: Array.isArray(shown) ? (shown.filter(recent) as number[]) : [],
    };
  }

  set #seen(seen: Seen) {
    new Kept(this.#shell, 'proactive').value = JSON.stringify(seen);
  }
}

function read(kept: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(kept ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    // Somebody else wrote it.
    return {};
  }
}

const watching = new WeakMap<LiveChat, Proactive>();

/** See {@link Invitations}. */
export const watch: Invitations['watch'] = (shell, handle) => {
  watching.get(shell)?.stop();
  if (shell.proactive === undefined) watching.delete(shell);
  else watching.set(shell, new Proactive(shell, handle));
};
