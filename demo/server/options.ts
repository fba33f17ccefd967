/** What {@link attachChatServer} can be told. Everything but the store has a sensible default. */
import type { WireLimits } from '../../src/protocol/index.js';
import * as v from 'valibot';
import { fieldDeclarations } from '../../src/protocol/index.js';
import type { FieldDeclarations } from '../../src/vocabulary/custom-fields.js';
import type { BotSettings } from './core/bot.js';
import { NO_FIELDS } from './core/customers.js';
import type { SurveySettings } from './core/surveys.js';
import type { HoursConfig } from './core/hours.js';
import { Plan, type ChannelPlan, type QueueConfig } from './core/plan.js';
import type { Clock, Log, Random } from './core/ports.js';
import type { ChallengeConfig } from './hooks/challenge.js';
import type { HooksConfig } from './hooks/outgoing.js';
import { DEFAULT_SETTINGS, type FileSettings, type Settings } from './core/settings.js';
import type { ChannelConfig } from './identity/channels.js';
import { DEFAULT_RATES, type Rates } from './socket/rates.js';
import type { Store } from './store/port.js';

/** An agent who may sign in. */
export interface AgentConfig {
  /** Shown to visitors, and typed in to sign in. */
  readonly name: string;
  readonly password: string;
  /** A supervisor also sees, hands on and ends the conversations of others. Default: agent. */
  readonly role?: 'agent' | 'supervisor';
  /** How many conversations at a time. Default: 5. */
  readonly capacity?: number;
  /** The queues that they are for. Default: all. */
  readonly queues?: readonly string[];
  /** What they are good at, as routing asks for it. Default: nothing in particular. */
  readonly skills?: readonly string[];
}

/** Which pages may talk to the server: exact origins (`https://shop.example`), a test of one's own, or `any`. */
export type Origins = readonly string[] | ((origin: string) => boolean) | 'any';

/** What {@link ChatServerOptions.files} can be told. */
export type FileOptions = Partial<FileSettings> & {
  /** A folder for files alone; it is made if it is not there. */
  readonly folder: string;
};

/** See the module. Times are in milliseconds. */
export interface ChatServerOptions {
  /** A store, which `close()` closes too, or where to open the embedded one; `:memory:` keeps nothing. */
  readonly store: Store | { readonly path: string; readonly maxBytes?: number };
  /** Who may sign in at the desk. What is not listed any more can't. */
  readonly agents?: readonly AgentConfig[];
  /** Default: only pages of the server's own host. */
  readonly origins?: Origins;
  /**
   * How many reverse proxies stand in front; `true` is one. Only then are `X-Forwarded-For`, `-Proto` and `-Host` believed.
   * Default: none, because anybody can write these headers.
   */
  readonly trustProxy?: boolean | number;
  /** What holds for single channels: who may come, and how customers prove who they are. `*` is for all others. Default: all are open. */
  readonly channels?: Readonly<Record<string, ChannelConfig & ChannelPlan>>;
  /** Queues beside `main`, which is there always; and `main`, to give it hours. */
  readonly queues?: Readonly<Record<string, QueueConfig>>;
  /** Opening hours, by the names that queues have them by. */
  readonly hours?: Readonly<Record<string, HoursConfig>>;
  readonly limits?: Partial<WireLimits>;
  readonly rates?: { readonly connection?: Partial<Rates['connection']>; readonly address?: Partial<Rates['address']> };
  /** Where the bytes of files go, and what is taken. Left out, no files are. */
  readonly files?: FileOptions;
  readonly heartbeatMs?: number;
  readonly acceptTimeoutMs?: number;
  readonly agentGraceMs?: number;
  readonly visitorGoneMs?: number;
  readonly visitorEndMs?: number;
  readonly idleWarningMs?: number;
  readonly idleEndMs?: number;
  readonly blockMs?: number;
  readonly startAgainMs?: number;
  /** How many conversations may run at a time, of one visitor's connections and from one address. Default: 5 and 100; 0 for any number. */
  readonly maxOpenPerVisitor?: number;
  readonly maxOpenPerAddress?: number;
  /** How many of those who wait a desk shows. Default: 50. */
  readonly deskQueue?: number;
  /** A scripted bot that answers first and hands over to people. Left out, people answer. */
  readonly bot?: BotSettings;
  /** Addresses of the site's own back end that are told what happens, signed and with retries. */
  readonly webhooks?: HooksConfig['webhooks'];
  /** Mail for messages that were left, and for transcripts. */
  readonly mail?: HooksConfig['mail'];
  /** What is checked before a conversation begins, such as a captcha. */
  readonly challenge?: ChallengeConfig;
  /** The fields that there are of customers, which stay, and of single contacts; values are checked by them. Default: none. */
  readonly fields?: Partial<FieldDeclarations>;
  /** What visitors are asked after the end: a rating from 1 to `scale` (2 to 10, default 5), and words unless `comment` is false. Left out, nothing. */
  readonly survey?: { readonly scale?: number; readonly comment?: boolean };
  /** How many days an ended conversation is kept; 0 keeps it for ever. Default: 30. */
  readonly retention?: { readonly days: number };
  /** Who may read `/metrics`. Default: only the machine itself. */
  readonly metrics?: 'local' | 'everyone' | 'off';
  /** How often the server asks whether a connection is still there, and how long it waits for the answer. */
  readonly pingInterval?: number;
  readonly pingTimeout?: number;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Where the log goes. Default: nowhere. */
  readonly log?: Log;
}

/** The service's numbers from the options. */
export function settingsFrom(options: ChatServerOptions): Settings {
  const given = Object.entries(options).filter(([name, value]) => name in DEFAULT_SETTINGS && value !== undefined);
  for (const [name, value] of given) {
    // One that is due every nought milliseconds would leave no time for anything else.
    if (name !== 'limits' && name !== 'files' && name !== 'fields') whole(name, value, name === 'heartbeatMs' ? 1 : 0);
  }
  if (options.retention) whole('retention.days', options.retention.days, 0, MOST_DAYS);
  for (const name of ['pingInterval', 'pingTimeout'] as const)
    if (options[name] !== undefined) whole(name, options[name], 1);
  return {
    ...DEFAULT_SETTINGS,
    ...(Object.fromEntries(given) as Partial<Settings>),
    limits: limitsFrom(options.limits),
    bot: botFrom(options.bot),
    survey: surveyFrom(options.survey),
    fields: fieldsFrom(options.fields),
    files: filesFrom(options.files),
    plan: new Plan(options),
    challenge: options.challenge,
    hooks: { webhooks: options.webhooks, mail: options.mail },
    ...(options.retention && { retentionMs: options.retention.days * 86_400_000 }),
  };
}

/** A full batch of the longest texts must fit into a frame, or a client would be cut off for doing what it may. */
function limitsFrom(given: Partial<WireLimits> = {}): WireLimits {
  const limits = { ...DEFAULT_SETTINGS.limits, ...given };
  for (const [name, value] of Object.entries(limits)) whole(`limits.${name}`, value, 1);
  const least = limits.maxBatch * (limits.maxText * 6 + 300);
  if (given.maxFrame !== undefined && given.maxFrame < least) {
    throw new RangeError(`limits.maxFrame must be at least ${least} for this maxBatch and maxText`);
  }
  return { ...limits, maxFrame: Math.max(limits.maxFrame, least) };
}

/** The bot, if there is one. */
function botFrom(bot: BotSettings | undefined): BotSettings | undefined {
  if (bot) whole('bot.patience', bot.patience, 1);
  return bot;
}

/** The fields, checked as a client would read them. */
function fieldsFrom(given: Partial<FieldDeclarations> = {}): FieldDeclarations {
  const parsed = v.safeParse(fieldDeclarations, { ...NO_FIELDS, ...given });
  if (parsed.success) return parsed.output;
  throw new RangeError(`fields.${v.getDotPath(parsed.issues[0]) ?? ''} is not valid`);
}

/** What is asked after the end, if anything is. */
function surveyFrom(given: ChatServerOptions['survey']): SurveySettings | undefined {
  if (!given) return undefined;
  const { scale = 5, comment = true } = given;
  whole('survey.scale', scale, 2, 10);
  return { scale, comment };
}

/** What holds for files. */
function filesFrom(given: Partial<FileSettings> = {}): FileSettings {
  const files = { ...DEFAULT_SETTINGS.files, ...given };
  const { maxSize, maxCount, chunk, perAddressDay, maxUnsent, orphanMs, ticketMs, perConversation } = files;
  // A piece of nothing would never get a file here.
  for (const [name, value] of Object.entries({ maxSize, maxCount, chunk })) whole(`files.${name}`, value, 1);
  for (const [name, value] of Object.entries({ perAddressDay, maxUnsent, orphanMs, ticketMs }))
    whole(`files.${name}`, value, 0);
  for (const [name, value] of Object.entries(perConversation)) whole(`files.perConversation.${name}`, value, 0);
  return files;
}

/** The rates from the options. */
export function ratesFrom({ rates }: ChatServerOptions): Rates {
  const all = {
    connection: { ...DEFAULT_RATES.connection, ...rates?.connection },
    address: { ...DEFAULT_RATES.address, ...rates?.address },
  };
  for (const [of, group] of Object.entries(all)) {
    for (const [name, { perSecond, burst }] of Object.entries(group)) {
      // Without a burst of one nothing would ever get through, and without a pace nothing a second time.
      if (!(perSecond > 0 && burst >= 1))
        throw new RangeError(`rates.${of}.${name} needs a perSecond above 0 and a burst of 1`);
    }
  }
  return all;
}

/** How many proxies are believed. */
export function proxiesFrom({ trustProxy = 0 }: ChatServerOptions): number {
  const proxies = Number(trustProxy);
  // Counted from the right: with anything else the address would be one that a stranger wrote.
  whole('trustProxy', proxies, 0);
  return proxies;
}

/** A century: more can't be meant, and what is further ahead than dates go would fail when it is used. */
const MOST_DAYS = 36_500;

function whole(name: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${String(value)}`);
}
