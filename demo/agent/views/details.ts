import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { WireCaseStatus } from '../../../src/protocol/index.js';
import type { WirePerson } from '../../../src/protocol/agent.js';
import { visitorName } from '../model/facts.js';
import { visitorOf, type Conversation } from '../model/state.js';
import { safeAddress } from '../model/text.js';
import { avatar } from './avatar.js';
import { DeskElement } from './desk-element.js';
import { clockTime, dayName, duration, languageName, wholeTime } from './format.js';
import { icon } from './icons.js';
import { ask } from './intents.js';
import { nameOf } from './names.js';
import { avatarStyles } from './styles/avatar.styles.js';
import { detailsStyles } from './styles/details.styles.js';
import { shared } from './styles/shared.styles.js';
import { Ticker } from './ticker.js';
import { terms } from './terms.js';

type Fact = readonly [label: string, value: TemplateResult | string];

/** The right column: who the visitor is, as far as they and the page have said. */
@customElement('desk-details')
export class Details extends DeskElement {
  static override styles = [shared, avatarStyles, detailsStyles];

  /** It lies over something and can be closed. */
  @property({ type: Boolean }) closable = false;

  /** It is all that is on screen. */
  @property({ type: Boolean }) alone = false;

  @query('h2') private heading!: HTMLElement | null;

  constructor() {
    super();
    new Ticker(this, () => this.state.current !== undefined);
  }

  /** Focuses the title. */
  focusPart(): boolean {
    this.heading?.focus();
    return this.heading !== null;
  }

  protected override render(): TemplateResult {
    const { current, conversations } = this.state;
    const conversation = current === undefined ? undefined : conversations.get(current);
    return html`<aside role=${this.alone ? 'main' : nothing} aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1">${terms.details.title}</h2>
        ${
          this.closable
            ? html`<button
                class="button quiet bare"
                type="button"
                aria-label=${terms.conversation.hideDetails}
                @click=${ask({ type: 'details' })}
              >
                ${icon('close')}
              </button>`
            : nothing
        }
      </header>
      ${conversation ? this.#about(conversation) : html`<p class="choose">${terms.details.choose}</p>`}
    </aside>`;
  }

  #about(conversation: Conversation): TemplateResult {
    const { known, profile, userData } = conversation.summary;
    const name = nameOf(conversation);
    const contact = contactFacts(profile);
    const changes = changesOf(conversation);
    const data = Object.entries(userData ?? {}).map(([key, value]): Fact => {
      const at = changes.get(key);
      const shown = dataValue(value);
      return [
        key,
        at === undefined ? shown : html`${shown} <span class="changed">${terms.details.changed(clockTime(at))}</span>`,
      ];
    });
    return html`<div class="who">
        ${avatar(name, conversation.id, { size: 'large' })}
        <p class="name" dir="auto">${name}</p>
        ${profile.subject ? html`<p class="subject" dir="auto">${profile.subject}</p>` : nothing}
      </div>
      ${facts(terms.details.contact, contact)} ${facts(terms.details.visit, this.#visit(conversation))}
      ${facts(terms.details.context, contextFacts(conversation.summary))} ${facts(terms.details.data, data)}
      ${facts(terms.details.customerFields, [
        ...valuesOf(known?.name === undefined ? {} : { [terms.details.customerName]: known.name }),
        ...valuesOf(known?.customer),
      ])}
      ${facts(terms.details.contactFields, valuesOf(known?.contact))} ${this.#people(conversation)}`;
  }

  #visit(conversation: Conversation): readonly Fact[] {
    const { summary, registers, place } = conversation;
    const { connection, ended, language, started, waited, waiting } = terms.details;
    const now = Date.now() + this.state.skew;
    const answered = registers.people
      .filter(({ role }) => role !== 'visitor' && role !== 'system')
      .map(({ joinedAt }) => joinedAt);
    const until = answered.length > 0 ? Math.min(...answered) : (registers.endedAt ?? now);
    const online = visitorOf(conversation)?.connected ?? summary.visitorOnline;
    return [
      [started, moment(registers.startedAt, now)],
      [
        place === 'queue' ? waiting : waited,
        duration(
          (place === 'queue' ? now : until) -
            (place === 'queue' ? (summary.waitingSince ?? registers.startedAt) : registers.startedAt),
        ),
      ],
      [terms.caseStatus, this.#case(conversation)],
      ...(registers.endedAt === undefined ? [] : [[ended, moment(registers.endedAt, now)] as const]),
      ...(registers.phase === 'ended'
        ? []
        : [[connection, online ? terms.conversation.online : terms.conversation.offline] as const]),
      ...(summary.language === undefined ? [] : [[language, languageName(summary.language)] as const]),
    ];
  }

  #case({ id, place, summary }: Conversation): TemplateResult | string {
    const { caseStatus: status = 'open' } = summary;
    if (place !== 'mine' && place !== 'others') return terms.cases[status];
    const statuses = Object.keys(terms.cases) as WireCaseStatus[];
    return html`<select
      class="case"
      aria-label=${terms.caseStatus}
      .value=${status}
      @change=${(event: Event) =>
        void this.client.setCase(id, (event.target as HTMLSelectElement).value as WireCaseStatus)}
    >
      ${statuses.map((one) => html`<option value=${one} ?selected=${one === status}>${terms.cases[one]}</option>`)}
    </select>`;
  }

  #people(conversation: Conversation): TemplateResult | typeof nothing {
    const people = conversation.registers.people.filter(({ role }) => role !== 'visitor');
    if (people.length === 0) return nothing;
    return html`<section aria-labelledby="people">
      <h3 id="people">${terms.details.people}</h3>
      <ul class="people">
        ${people.map((person) => this.#person(person))}
      </ul>
    </section>`;
  }

  #person(person: WirePerson): TemplateResult {
    const name = person.name ?? terms.role[person.role] ?? '';
    const since = clockTime(person.joinedAt);
    const time =
      person.leftAt === undefined
        ? person.silent
          ? terms.details.silent(since)
          : terms.details.joined(since)
        : terms.details.until(clockTime(person.joinedAt), clockTime(person.leftAt));
    return html`<li class=${person.leftAt === undefined ? '' : 'left'}>
      ${avatar(name, person.id, { size: 'small' })}
      <span class="person truncate"
        >${person.id === this.state.desk?.me ? `${name} (${terms.you.toLowerCase()})` : name}</span
      >
      <span class="time">${time}</span>
    </li>`;
  }
}

/** When the page last changed each of its data, as far as the log is here. */
function changesOf({ log }: Conversation): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const entry of log.entries)
    if (entry.type === 'user-data') for (const key of Object.keys(entry.data)) changes.set(key, entry.at);
  return changes;
}

function contactFacts(profile: Conversation['summary']['profile']): readonly Fact[] {
  const { email, name } = terms.details;
  const given = [profile.firstname, profile.lastname].filter(Boolean).join(' ');
  const list: Fact[] = [];
  if (given !== '' && given !== visitorName(profile)) list.push([name, given]);
  if (profile.email)
    list.push([
      email,
      /^[^\s@]+@[^\s@]+$/u.test(profile.email)
        ? html`<a href="mailto:${encodeURIComponent(profile.email)}">${profile.email}</a>`
        : profile.email,
    ]);
  return list;
}

function valuesOf(values: Readonly<Record<string, string | number | boolean | null>> = {}): readonly Fact[] {
  return Object.entries(values).map(([label, value]): Fact => [label, dataValue(value)]);
}

/** Who they have proved to be, and what the page or their site says of this conversation. */
function contextFacts({ customer, queue, context = {} }: Conversation['summary']): readonly Fact[] {
  const sure = (value: TemplateResult | string): TemplateResult =>
    html`${value} <span class="changed">${terms.details.verified}</span>`;
  return [
    ...(customer === undefined ? [] : [[terms.details.customer, sure(customer)] as const]),
    ...(queue === undefined ? [] : [[terms.details.queue, queue] as const]),
    ...Object.entries(context).map(
      ([key, { value, verified }]) => [key, verified ? sure(dataValue(value)) : dataValue(value)] as const,
    ),
  ];
}

function facts(title: string, list: readonly Fact[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<section>
    <h3>${title}</h3>
    <dl>
      ${list.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir="auto">${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function dataValue(value: string | number | boolean | null): TemplateResult | string {
  if (value === null || value === '') return html`<span class="nothing">${terms.details.empty}</span>`;
  if (typeof value === 'boolean') return value ? terms.details.yes : terms.details.no;
  const href = typeof value === 'string' ? safeAddress(value) : undefined;
  return href === undefined
    ? String(value)
    : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${String(value)}</a>`;
}

function moment(at: number, now: number): TemplateResult {
  return html`<time title=${wholeTime(at)}>${dayName(at, now)}, ${clockTime(at)}</time>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-details': Details;
  }
}
