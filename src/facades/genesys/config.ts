import { ChatError } from '../../session/model/errors.js';
import type { UserData } from '../../session/model/types.js';
import { FIELDS, type Form } from './config-fields.js';
import { copyOf, isPlain, valueAt } from './copy.js';
import { flatData } from './user-data.js';

/** The three functions of an asynchronous chat, each given the jar and the options for it. */
export type AsyncConfig = {
  readonly enabled?: boolean;
  readonly setSessionData?: (sessionData: unknown, cookie: unknown, cookieOptions: unknown) => unknown;
  readonly getSessionData?: (open: boolean, cookie: unknown, cookieOptions: unknown) => unknown;
  readonly deleteSessionData?: (errorData: unknown, cookie: unknown, cookieOptions: unknown) => unknown;
};

/**
 * `_genesys.widgets.webchat`, checked: what the documents name has the documented type, and everything else that the page
 * wrote is there too. A deep, frozen copy.
 */
export type GenesysConfig = {
  readonly apikey?: string;
  readonly endpoint?: string;
  readonly dataURL?: string;
  readonly enableCustomHeader?: boolean;
  readonly userData: UserData;
  readonly ajaxTimeout: number;
  readonly xhrFields?: Readonly<Record<string, unknown>>;
  readonly pollExceptionLimit: number;
  readonly restoreTimeout?: number;
  readonly transport?: {
    readonly type?: string;
    readonly dataURL?: string;
    readonly endpoint?: string;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly async?: AsyncConfig;
    readonly deploymentKey?: string;
    readonly orgGuid?: string;
    readonly pagination?: boolean;
    readonly maxMessagePageSize?: number;
    readonly interactionData?: Readonly<Record<string, unknown>>;
    readonly [option: string]: unknown;
  };
  readonly emojis?: boolean;
  readonly actionsMenu?: boolean;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly autoInvite: {
    readonly enabled: boolean;
    readonly timeToInviteSeconds: number;
    readonly inviteTimeoutSeconds: number;
  };
  readonly chatButton?: {
    readonly enabled?: boolean;
    readonly template?: string | false;
    readonly effect?: 'fade' | 'slide';
    readonly openDelay?: number;
    readonly effectDuration?: number;
    readonly hideDuringInvite?: boolean;
  };
  readonly [option: string]: unknown;
};

/** What {@link readConfig} found. */
export type ReadConfig = {
  readonly config: GenesysConfig;
  /** The `transport.type`; for the oldest form `v2`; undefined where the page configured no back end. */
  readonly type: string | undefined;
  /** What is wrong, and was left out because the chat works without it. Each names the field and the remedy. */
  readonly problems: readonly string[];
};

const NAME = '_genesys.widgets.webchat';
const V3: Form = 'pureengage-v3-rest';
const CLOUD: Form = 'purecloud-v2-sockets';

/** The documented defaults. */
const DEFAULTS = { ajaxTimeout: 3000, pollExceptionLimit: 5 };
const INVITE = { enabled: false, timeToInviteSeconds: 10, inviteTimeoutSeconds: 30 };

const invalid = (message: string): ChatError => new ChatError('invalid', message);
const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'an array' : value === null ? 'null' : value === '' ? 'empty' : typeof value;

/**
 * Reads what a page wrote under `_genesys.widgets.webchat`, in any of its three documented forms.
 * @param replaced - the page names another back end, so the oldest form need not name its own
 * @throws ChatError `invalid`: what connects is missing or malformed; the message names the field and the remedy
 */
export function readConfig(value: unknown, replaced: boolean): ReadConfig {
  if (value !== undefined && !isPlain(value))
    throw invalid(`${NAME}: must be an object like { transport: { … } }, not ${kindOf(value)}`);
  const given = copyOf<Readonly<Record<string, unknown>>>(value ?? {}, NAME);
  const transport = given['transport'];
  const type = isPlain(transport) ? transport['type'] : undefined;
  if (isPlain(transport) && type === undefined)
    throw invalid(`${NAME}.transport.type is missing: say which back end, like '${V3}' or '${CLOUD}'`);
  const form = transport !== undefined ? type : 'v2';
  const problems: string[] = [];
  const dropped = new Set<string>();
  for (const { path, kind, look, demandedBy } of FIELDS) {
    const found = valueAt(given, path);
    const demanded = demandedBy?.some((one) => one === form) && !(form === 'v2' && (replaced || given['cometD']));
    if (found === undefined && demanded)
      throw invalid(
        `${NAME}.${path} is missing: it must be ${kind.what}${form === 'v2' ? '; or name another back end where you install' : ''}`,
      );
    if (found === undefined || kind.is(found)) continue;
    const message = `${NAME}.${path} must be ${kind.what}, not ${kindOf(found)}`;
    if (!look) throw invalid(message);
    problems.push(`${message}; the default is used`);
    dropped.add(path);
  }
  demandAsync(given);
  const userData = flatData(given['userData']);
  for (const wrong of userData.wrong)
    problems.push(`${NAME}.${wrong} must be a string, a number, a boolean or null; it is left out`);
  const kept = without(given, dropped) as Partial<GenesysConfig>;
  const config: GenesysConfig = Object.freeze({
    ...DEFAULTS,
    ...kept,
    autoInvite: Object.freeze({ ...INVITE, ...kept.autoInvite }),
    userData: Object.freeze(userData.data),
  });
  return { config, type: typeof type === 'string' ? type : given['dataURL'] ? 'v2' : undefined, problems };
}

/** An asynchronous chat needs its three functions. */
function demandAsync(given: unknown): void {
  if (valueAt(given, 'transport.async.enabled') !== true) return;
  for (const name of ['setSessionData', 'getSessionData'])
    if (valueAt(given, `transport.async.${name}`) === undefined)
      throw invalid(`${NAME}.transport.async.${name} is missing: an asynchronous chat needs it; it must be a function`);
}

/** A copy without these paths. */
function without(value: Readonly<Record<string, unknown>>, paths: ReadonlySet<string>, above = ''): unknown {
  const entries = Object.entries(value)
    .filter(([name]) => !paths.has(above + name))
    .map(([name, item]) => [name, isPlain(item) ? without(item, paths, `${above}${name}.`) : item] as const);
  return Object.freeze(Object.fromEntries(entries));
}
