/** Where conversations go, and when somebody is there: what the operator has planned, by channel and queue. */
import type { WireContext, WireUserData } from '../../../src/protocol/index.js';
import type { AgentRow, ContextRow, ConversationRow } from '../store/port.js';
import { Hours, type HoursConfig, type Standing } from './hours.js';

/** The queue of everything that has no other. */
export const MAIN_QUEUE = 'main';

type Primitive = WireUserData[string];

/** A context variable that is declared. */
export interface VariableConfig {
  /** What comes as another type is changed into it where nothing is lost. Default: string. */
  readonly type?: 'string' | 'number' | 'boolean' | undefined;
  /** Whether agents see it, whatever a page says. */
  readonly display?: boolean | undefined;
  /** Whether only the customer's own site may say it, in the token: what a page says could be anybody's. */
  readonly verified?: boolean | undefined;
}

/** Where a conversation goes whose context fits: every variable named has the value, in any type and case. */
export interface RoutingRule {
  readonly when: Readonly<Record<string, Primitive>>;
  readonly queue?: string | undefined;
  /** An agent must have all of them. */
  readonly skills?: readonly string[] | undefined;
}

/** What holds for the conversations of a channel. */
export interface ChannelPlan {
  readonly context?:
    | {
        readonly variables: Readonly<Record<string, VariableConfig>>;
        /** What becomes of a key that is not declared: it is created as a string (default), or left out. */
        readonly undeclared?: 'create' | 'ignore' | undefined;
      }
    | undefined;
  /** Default: `main`. */
  readonly queue?: string | undefined;
  /** The first that fits counts. */
  readonly routing?: readonly RoutingRule[] | undefined;
}

/** A queue. */
export interface QueueConfig {
  /** One of the `hours`. Left out, it is always open. */
  readonly hours?: string | undefined;
}

/** What is planned, as it is configured. */
export interface PlanConfig {
  readonly channels?: Readonly<Record<string, ChannelPlan>> | undefined;
  readonly queues?: Readonly<Record<string, QueueConfig>> | undefined;
  readonly hours?: Readonly<Record<string, HoursConfig>> | undefined;
}

/** Where a conversation goes. */
export type Route = Pick<ConversationRow, 'queue' | 'skills'>;

/** See the module. */
export class Plan {
  readonly #channels: ReadonlyMap<string, ChannelPlan>;
  readonly #hours: ReadonlyMap<string, Hours>;

  /** Throws a RangeError that names what can't be meant. */
  constructor({ channels = {}, queues = {}, hours = {} }: PlanConfig = {}) {
    const known = new Map(Object.entries(hours).map(([name, config]) => [name, new Hours(name, config)]));
    this.#channels = new Map(Object.entries(channels));
    this.#hours = new Map(
      Object.entries(queues).flatMap(([name, { hours: of }]) => {
        const found = of === undefined ? undefined : known.get(of);
        if (of !== undefined && !found) throw new RangeError(`queues.${name}.hours must be one of hours, not ${of}`);
        return found ? [[name, found] as const] : [];
      }),
    );
    const names = new Set([MAIN_QUEUE, ...Object.keys(queues)]);
    for (const [name, { queue, routing = [] }] of this.#channels) {
      const unknown = [queue, ...routing.map((rule) => rule.queue)].find((one) => one !== undefined && !names.has(one));
      if (unknown !== undefined)
        throw new RangeError(`channels.${name} sends to ${unknown}, which is not one of queues`);
    }
  }

  /** The variables that are declared for a channel, what becomes of others, and which others a customer's site says of them. */
  variables(
    channel: string,
    vouched: WireUserData = {},
  ): { readonly variables: string[]; readonly undeclared: 'create' | 'ignore'; readonly claimed?: string[] } {
    const { variables = {}, undeclared = 'create' } = this.#channel(channel).context ?? {};
    const claimed = Object.keys(vouched).filter((key) => !Object.hasOwn(variables, key));
    return { variables: Object.keys(variables), undeclared, ...(claimed.length > 0 && { claimed }) };
  }

  /** The context of a conversation: what the page says, under what the customer's own site vouches for. */
  context(channel: string, said: WireContext = {}, vouched: WireUserData = {}): ContextRow {
    const { variables = {}, undeclared = 'create' } = this.#channel(channel).context ?? {};
    const context: Record<string, ContextRow[string]> = {};
    const put = (key: string, value: Primitive, display: boolean, verified: boolean): void => {
      const variable = Object.hasOwn(variables, key) ? variables[key] : undefined;
      if ((!variable && undeclared === 'ignore') || (variable?.verified && !verified)) return;
      context[key] = {
        value: value === null ? null : typed(value, variable?.type ?? 'string'),
        display: variable?.display ?? display,
        verified,
      };
    };
    for (const [key, { value, display }] of Object.entries(said)) put(key, value, display === true, false);
    for (const [key, value] of Object.entries(vouched)) put(key, value, true, true);
    return context;
  }

  /** Where a conversation of a channel goes. */
  route(channel: string, context: ContextRow): Route {
    const { queue = MAIN_QUEUE, routing = [] } = this.#channel(channel);
    const rule = routing.find(({ when }) =>
      Object.entries(when).every(([key, value]) => Object.hasOwn(context, key) && same(context[key]?.value, value)),
    );
    return { queue: rule?.queue ?? queue, skills: rule?.skills ?? [] };
  }

  /** Whether a queue is open. */
  standing(queue: string, now: number): Standing {
    return this.#hours.get(queue)?.at(now) ?? { open: true, changesAt: undefined };
  }

  #channel(name: string): ChannelPlan {
    return this.#channels.get(name) ?? this.#channels.get('*') ?? {};
  }
}

/** Whether an agent is for conversations that go there. One without queues is for all. */
export function serves(agent: Pick<AgentRow, 'queues' | 'skills'>, { queue, skills }: Route): boolean {
  return (
    (agent.queues.length === 0 || agent.queues.includes(queue)) && skills.every((skill) => agent.skills.includes(skill))
  );
}

function same(a: Primitive | undefined, b: Primitive): boolean {
  return String(a).toLowerCase() === String(b).toLowerCase();
}

/** The value in its declared type where that says the same, and as text otherwise. */
function typed(value: string | number | boolean, type: 'string' | 'number' | 'boolean'): string | number | boolean {
  if (typeof value === type) return value;
  const text = String(value);
  if (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (type === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}
