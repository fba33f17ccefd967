/** Opening hours in a place's own time, by the time zones that the platform knows. */

/** The days of a week, as they are written in a configuration. */
export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** One of {@link DAYS}. */
export type Day = (typeof DAYS)[number];

/** When somebody is there. A range is `09:00-17:30`; one that ends before it begins goes on into the next day. */
export interface HoursConfig {
  /** A zone such as `Europe/Athens`. */
  readonly zone: string;
  readonly week: { readonly [Name in Day]?: readonly string[] | undefined };
  /** Dates on which nobody is there, such as `2026-12-25`. */
  readonly closed?: readonly string[] | undefined;
}

/** Whether it is open, and when that changes; undefined when it never does. */
export interface Standing {
  readonly open: boolean;
  readonly changesAt: number | undefined;
}

type Span = readonly [from: number, to: number];

const MINUTE = 60_000;
const DAY_MS = 1440 * MINUTE;

/** A week and the days around it, so that every weekly range is seen whole; and how far a closed shop is looked through. */
const NEAR = 9;
const FAR = 400;

/** See the module. */
export class Hours {
  readonly #format: Intl.DateTimeFormat;
  readonly #week: readonly (readonly Span[])[];
  readonly #closed: ReadonlySet<string>;

  /** Throws a RangeError that names what is wrong. `name` is what they are called in the configuration. */
  constructor(name: string, { zone, week, closed = [] }: HoursConfig) {
    try {
      this.#format = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        hourCycle: 'h23',
        ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
      });
    } catch {
      throw new RangeError(`hours.${name}.zone must be a time zone such as Europe/Athens, not ${zone}`);
    }
    this.#week = DAYS.map((day) => (week[day] ?? []).map((range) => rangeOf(`hours.${name}.week.${day}`, range)));
    const wrong = closed.find((date) => !/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)));
    if (wrong !== undefined)
      throw new RangeError(`hours.${name}.closed must have dates such as 2026-12-25, not ${wrong}`);
    this.#closed = new Set(closed);
  }

  /** How it is at a moment. */
  at(now: number): Standing {
    const today = Math.floor((now + this.#offset(now)) / DAY_MS);
    const near = this.#spans(today, NEAR);
    const inside = near.find(([from, to]) => from <= now && now < to);
    if (inside) return { open: true, changesAt: this.#closes(now, today, inside[1]) };
    const opens = (spans: readonly Span[]): number | undefined => spans.find(([from]) => from > now)?.[0];
    return { open: false, changesAt: opens(near) ?? opens(this.#spans(today, FAR)) };
  }

  /** One that goes on to the end of what is looked at may have an end further on, or none at all. */
  #closes(now: number, today: number, near: number): number | undefined {
    if (near - now < (NEAR - 2) * DAY_MS) return near;
    const far = this.#spans(today, FAR).find(([from, to]) => from <= now && now < to)?.[1] ?? near;
    return far - now < (FAR - 2) * DAY_MS ? far : undefined;
  }

  /** The spans of the days from yesterday on, in order; those that touch are one. */
  #spans(today: number, days: number): readonly Span[] {
    const all: Span[] = [];
    for (let day = today - 1; day < today + days; day += 1) {
      if (this.#closed.has(new Date(day * DAY_MS).toISOString().slice(0, 10))) continue;
      for (const [from, to] of this.#week[new Date(day * DAY_MS).getUTCDay()] ?? [])
        all.push([this.#instant(day * DAY_MS + from), this.#instant(day * DAY_MS + to)]);
    }
    all.sort(([a], [b]) => a - b);
    const merged: Span[] = [];
    for (const [from, to] of all) {
      const last = merged.at(-1);
      if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
      else if (to > from) merged.push([from, to]);
    }
    return merged;
  }

  /** The moment at which clocks there show a time. One that they show twice is the first; one that they skip, just after. */
  #instant(wall: number): number {
    const all = [this.#offset(wall - DAY_MS), this.#offset(wall + DAY_MS)].map((offset) => wall - offset);
    const shown = all.filter((moment) => moment + this.#offset(moment) === wall);
    return shown.length > 0 ? Math.min(...shown) : Math.max(...all);
  }

  /** How far clocks there are ahead of UTC. */
  #offset(moment: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(moment)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
  }
}

function rangeOf(name: string, range: string): Span {
  const found = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(range);
  const [from, to] = [minutes(found?.[1], found?.[2]), minutes(found?.[3], found?.[4])];
  if (from === undefined || to === undefined || from === to || from === 1440)
    throw new RangeError(`${name} must have ranges such as 09:00-17:30, not ${range}`);
  return [from * MINUTE, (to > from ? to : to + 1440) * MINUTE];
}

function minutes(hour: string | undefined, minute: string | undefined): number | undefined {
  const all = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && all <= 1440 ? all : undefined;
}
