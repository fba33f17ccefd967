import type { BeforeMap } from '../../session/before.js';
import { conversationOf, isRunning } from '../../session/model/selectors.js';
import type { Profile, UserData } from '../../session/model/types.js';
import { CANCELLED, type Bus } from './bus.js';
import type { GenesysConfig } from './config.js';
import { isPlain } from './copy.js';
import type { HostPort } from './host.js';

/** Commands that the session asks the page about itself, whoever gave them: the visitor, a verb or the bus. */
export const HOOKED: ReadonlySet<string> = new Set([
  'WebChatService.startChat',
  'WebChatService.sendMessage',
  'WebChatService.endChat',
]);

const FIELDS = ['nickname', 'firstname', 'lastname', 'email', 'subject'] as const;

/** The text fields of a form, or of the options of `startChat`. */
export function profileOf(value: unknown): Profile {
  if (!isPlain(value)) return {};
  return Object.fromEntries(
    FIELDS.flatMap((name) => (typeof value[name] === 'string' && value[name] !== '' ? [[name, value[name]]] : [])),
  );
}

/** What the facade knows of the coming conversation, and where the page's `before` functions are asked. */
export class SessionPart {
  #bus: Bus;
  #host: HostPort;
  #userData: UserData;
  /** What a page gave with `WebChat.open`, for the next start. */
  form: Profile = {};

  /** @param expired - the visitor was away for too long for anything to come back */
  constructor(bus: Bus, host: HostPort, config: GenesysConfig, expired = false) {
    this.#bus = bus;
    this.#host = host;
    this.#userData = config.userData;
    host.intercept((type, detail) =>
      type === 'chat-before-restore' && expired ? !Object.assign(detail, { expired }) : this.#before(type, detail),
    );
  }

  /** Given with every conversation. */
  get userData(): UserData {
    return this.#userData;
  }

  /** Merges into what is given with every conversation; returns all of it. */
  merge(userData: UserData): UserData {
    return (this.#userData = { ...this.#userData, ...userData });
  }

  /**
   * Whether a conversation runs. A page that loads comes back to what an earlier one left behind; that is waited for, and
   * nothing is loaded to find out.
   */
  async running(): Promise<boolean> {
    const engine = this.#host.state?.engine ?? 'none';
    if (engine === 'none' || engine === 'failed') return false;
    // Any verb is answered after the restore.
    await this.#host.call('getStats').catch(() => undefined);
    return this.runs;
  }

  /** Whether one runs as far as is known now. */
  get runs(): boolean {
    const { state } = this.#host;
    return state !== undefined && isRunning(conversationOf(state));
  }

  #before(type: keyof BeforeMap, detail: BeforeMap[keyof BeforeMap]): boolean {
    switch (type) {
      case 'chat-before-start':
        return this.#beforeStart(detail as BeforeMap['chat-before-start']);
      case 'chat-before-send':
        return this.#beforeSend(detail as BeforeMap['chat-before-send']);
      case 'chat-before-end':
        return this.#bus.alter('WebChatService.endChat', {}) !== CANCELLED;
      default:
        // A later one, which no documented command stands for.
        return true;
    }
  }

  #beforeStart(detail: BeforeMap['chat-before-start']): boolean {
    detail.profile = { ...this.form, ...detail.profile };
    detail.userData = { ...this.#userData, ...detail.userData };
    const options = this.#bus.alter('WebChatService.startChat', { ...detail.profile, userData: detail.userData });
    if (options === CANCELLED) return false;
    if (isPlain(options)) {
      // What a function of the page made of it is checked by the session, as everything is.
      const { userData, ...profile } = options;
      detail.profile = profile;
      if (isPlain(userData)) detail.userData = userData as UserData;
    }
    this.form = {};
    return true;
  }

  #beforeSend(detail: BeforeMap['chat-before-send']): boolean {
    const options = this.#bus.alter('WebChatService.sendMessage', { message: detail.text });
    if (options === CANCELLED) return false;
    if (isPlain(options) && typeof options['message'] === 'string') detail.text = options['message'];
    return true;
  }
}
