/** The documented part of the WebChat plugin: its commands and events, over the window of the host. */
import { conversationOf, isStaff } from '../../session/model/selectors.js';
import { Refusal, rejectionOf } from './answers.js';
import type { Bus } from './bus.js';
import type { ChatButton } from './chat-button.js';
import type { GenesysConfig } from './config.js';
import { isPlain } from './copy.js';
import type { HostPort, HostWindow } from './host.js';
import { profileOf, type SessionPart } from './session.js';
import { TEXTS, unsupportedText } from './texts.js';
import { flatData } from './user-data.js';

/** What it stands on. */
export type WebChatParts = {
  readonly bus: Bus;
  readonly host: HostPort;
  readonly config: GenesysConfig;
  readonly session: SessionPart;
  readonly button: ChatButton;
  /** Told what the page configured and nothing here can show. */
  readonly missing: (what: string) => void;
};

const PLUGIN = 'WebChat';
type Options = Readonly<Record<string, unknown>>;

/** What is put on the screen of the window. */
const ON_SCREEN = ['injectMessage', 'showOverlay', 'hideOverlay', 'setAutoScroll'] as const;

/** Options of the configuration that belong to an element, under the property it has for them. */
const OFFERED = ['emojis', 'actionsMenu'] as const;

/** See the module. */
export class WebChat {
  #parts: WebChatParts;
  /** Opened and not closed: put away counts as open, as in the product. */
  #open = false;
  #minimized = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #back: ReturnType<typeof setTimeout> | undefined;
  /** The configured form has been handed over. */
  #asked: Promise<void> | undefined;

  constructor(parts: WebChatParts) {
    this.#parts = parts;
    const { bus } = parts;
    this.#know();
    for (const [name, command] of Object.entries(this.#commands()))
      bus.registerCommand(`${PLUGIN}.${name}`, ({ data, deferred }) => {
        void Promise.resolve()
          .then(() => command(isPlain(data) ? data : {}))
          .then(
            (value) => void deferred.resolve(value),
            (error: unknown) => void deferred.reject(rejectionOf(name, error)),
          );
      });
    this.#listen();
  }

  /** The host is ready: its elements are given what the page configured, and the invitation is planned. */
  begin(): void {
    const { host, config, missing, bus, button } = this.#parts;
    this.#seen(host.window?.open === true ? 'opened' : undefined);
    for (const name of OFFERED)
      if (config[name] !== undefined && config[name] !== false && !host.offer(name, config[name])) missing(name);
    if (config.form && !host.offer('form', undefined)) missing('form');
    else if (config.form) this.#asked = this.#ask(config.form);
    for (const end of ['accepted', 'dismissed', 'expired']) host.on(`chat-invitation-${end}`, () => button.show());
    const { enabled, timeToInviteSeconds } = config.autoInvite;
    if (!enabled) return;
    if (!host.can('invite')) return missing('autoInvite');
    this.#timer = setTimeout(() => {
      if (!this.#open && !this.#parts.session.runs) bus.command(PLUGIN, `${PLUGIN}.invite`);
    }, timeToInviteSeconds * 1000);
  }

  release(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#back);
  }

  /**
   * An old form is asked in the new one, where the chat has that, and not before it is in the new words: on a slow line
   * people would read the names of translations, and old checks be asked in a way that they don't know.
   */
  async #ask(form: Readonly<Record<string, unknown>>): Promise<void> {
    // Without it the fields are asked all the same.
    const loaded = await import('./form.js').catch(() => undefined);
    this.#parts.host.offer('form', loaded ? loaded.formOf(form) : form);
  }

  #window(): HostWindow {
    const { window } = this.#parts.host;
    if (!window) throw new Refusal('This chat has no window.');
    return window;
  }

  #commands(): Readonly<Record<string, (options: Options) => Promise<unknown>>> {
    const { host, session, button, config } = this.#parts;
    const done = {};
    const verb = (name: string, ...args: readonly unknown[]): Promise<unknown> => {
      if (!host.can(name)) throw new Refusal(unsupportedText(name));
      return host.call(name, ...args);
    };
    const invite = async (): Promise<unknown> => {
      if (this.#open) throw new Refusal('already opened');
      const timeout = config.autoInvite.inviteTimeoutSeconds * 1000;
      const invited = await verb('invite', { timeout });
      if (isPlain(invited) && invited['shown'] === false) throw new Refusal(String(invited['reason']));
      if (config.chatButton?.hideDuringInvite !== false) {
        button.hide();
        clearTimeout(this.#back);
        this.#back = setTimeout(() => button.show(), timeout);
      }
      return invited;
    };
    return {
      configure: async () => {
        throw new Refusal(
          'WebChat is configured already. Change _genesys.widgets.webchat before the page installs it.',
        );
      },
      open: async ({ userData, form, formJSON }) => {
        const window = this.#window();
        await this.#asked;
        if (window.open) throw new Refusal('already opened');
        const { data, wrong } = flatData(userData);
        if (wrong.length > 0) throw new Refusal(TEXTS.startChat.invalid);
        session.merge(data);
        session.form = { ...session.form, ...profileOf(form) };
        if (isPlain(formJSON)) await this.#ask(formJSON);
        window.show();
        if (isPlain(form) && form['autoSubmit'] === true && !(await session.running()))
          await verb('startChat', profileOf(form));
        return done;
      },
      close: async () => {
        if (!this.#open) throw new Refusal('already closed');
        // What is only put away is closed without a word of the window.
        if (this.#minimized) this.#seen('closed');
        this.#window().hide();
        return done;
      },
      minimize: async ({ minimized = true }) => {
        if (!this.#open) throw new Refusal('already closed');
        const window = this.#window();
        if (minimized === false) window.show();
        else window.minimize();
        return done;
      },
      endChat: async () => {
        const ended = await verb('endChat');
        this.#window().hide();
        return ended;
      },
      invite,
      reInvite: invite,
      showChatButton: async () => {
        if (!button.there) throw new Refusal('The chat button is not enabled.');
        button.show();
        return done;
      },
      hideChatButton: async () => {
        if (!button.there) throw new Refusal('The chat button is not enabled.');
        button.hide();
        return done;
      },
      ...Object.fromEntries(
        ON_SCREEN.map((name) => [
          name,
          async (options: Options) => {
            if (!this.#open) throw new Refusal('WebChat is not open');
            // Few pages give them.
            return (await import('./on-screen.js')).onScreen[name](host, options, (data) =>
              this.#tell('messageAdded', data),
            );
          },
        ]),
      ),
    };
  }

  #listen(): void {
    const { host } = this.#parts;
    host.on('chat-window-opened', () => this.#seen('opened'));
    host.on('chat-window-minimized', () => this.#seen('minimized'));
    host.on('chat-window-closed', () => this.#seen('closed'));
    host.on('chat-started', () => this.#tell('started'));
    host.on('chat-error', ({ conversationId }) => {
      if (typeof conversationId === 'string') this.#tell('rejected');
    });
    host.on('chat-ended', () => {
      const { state } = host;
      const people = (state && conversationOf(state)?.people) ?? [];
      this.#tell(people.some(({ role }) => isStaff(role)) ? 'completed' : 'cancelled');
    });
    host.on('chat-message-received', ({ messages }) => {
      if (!this.#parts.bus.hears(`${PLUGIN}.messageAdded`)) return;
      for (const message of messages as readonly unknown[])
        this.#tell('messageAdded', { data: structuredClone(message) });
    });
  }

  #seen(what: 'opened' | 'minimized' | 'closed' | undefined): void {
    const minimized = this.#minimized;
    const was = this.#open;
    if (what !== undefined) {
      this.#open = what !== 'closed';
      this.#minimized = what === 'minimized';
    }
    this.#know();
    if (what === 'opened') this.#tell(minimized ? 'unminimized' : 'opened');
    else if (what === 'minimized') this.#tell('minimized');
    else if (was && what === 'closed') this.#tell('closed');
  }

  /** What the plugin tells under its data names. */
  #know(): void {
    const { bus } = this.#parts;
    bus.setData(`${PLUGIN}.open`, this.#open);
    bus.setData(`${PLUGIN}.minimized`, this.#minimized);
  }

  #tell(name: string, data: unknown = {}): void {
    this.#parts.bus.publish(PLUGIN, `${PLUGIN}.${name}`, data);
  }
}
