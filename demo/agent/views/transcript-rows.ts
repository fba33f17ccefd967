import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import type { EventRow, Fate, MessageRow, Row } from '../model/rows.js';
import type { Conversation } from '../model/state.js';
import { pieces } from '../model/text.js';
import { avatar } from './avatar.js';
import { fileName } from './file-name.js';
import { clockTime, dayName, fileSize, wholeTime } from './format.js';
import { icon, type IconName } from './icons.js';
import { nameOf } from './names.js';
import { terms } from './terms.js';

/** What can be done with a message that was refused, and with files. */
export interface RowActions {
  retry(message: string): void;
  discard(message: string): void;
  /** Corrects a message of one's own, or takes it back. */
  edit(seq: number, text: string): void;
  retract(seq: number): void;
  /** Whether trying again makes sense. */
  readonly mayWrite: boolean;
  /** Where a file of the conversation can be had from. */
  address(file: string): string | undefined;
}

/** One row of the transcript. */
export function rowTemplate(row: Row, conversation: Conversation, actions: RowActions, now: number): TemplateResult {
  switch (row.kind) {
    case 'day':
      return html`<h3 class="day" data-key=${row.key}><span>${dayName(row.at, now)}</span></h3>`;
    case 'unread':
      return html`<p class="unread" data-key=${row.key}><span>${terms.conversation.unread}</span></p>`;
    case 'event':
      return eventRow(row, conversation);
    case 'message':
      return messageRow(row, conversation, actions);
  }
}

function messageRow(row: MessageRow, conversation: Conversation, actions: RowActions): TemplateResult {
  const visitor = row.side === 'visitor';
  const name = visitor
    ? nameOf(conversation)
    : row.own
      ? terms.you
      : (row.author.name ?? terms.role[row.author.role] ?? '');
  const classes = {
    row: true,
    visitor,
    desk: !visitor,
    own: row.own,
    first: row.first,
    last: row.last,
    refused: row.fate === 'refused',
  };
  return html`<div class=${classMap(classes)} data-key=${row.key} data-seq=${row.seq ?? nothing}>
    ${visitor ? html`<span class="face">${row.last ? avatar(name, conversation.id, { size: 'small' }) : nothing}</span>` : nothing}
    <div class="said">
      <p class=${row.first && !row.own && !visitor ? 'by' : 'visually-hidden'} dir="auto">${name}</p>
      ${row.rich || row.chooses ? html`<p class="kind">${row.rich ? terms.rich.sent(row.rich) : terms.rich.chosen}</p>` : nothing}
      ${row.amended === 'retracted' || row.amended === 'writing' ? html`<p class="bubble gone">${terms.amend[row.amended]}</p>` : nothing}
      ${row.text === '' ? nothing : html`<p class="bubble" dir="auto">${guard([row.text], () => written(row.text))}</p>`}
      ${row.files.length === 0 ? nothing : files(row, actions)}
      ${row.fate === 'refused' ? refused(row, conversation, actions) : nothing}
    </div>
    ${row.fate === 'refused' ? nothing : meta(row, actions)}
  </div>`;
}

/** Their names and types are what the server found; a click saves them, and never shows them. */
function files({ files: list }: MessageRow, actions: RowActions): TemplateResult {
  return html`<ul class="files">
    ${list.map(({ id, name, size }) => {
      const address = actions.address(id);
      const shown = html`${icon('file')}${fileName(name)}<span class="size">${fileSize(size)}</span>`;
      return html`<li>
        ${
          address === undefined
            ? html`<span class="attachment">${shown}</span>`
            : html`<a
                class="attachment"
                href=${address}
                download=${name}
                aria-label=${terms.files.download(name, fileSize(size))}
                >${shown}</a
              >`
        }
      </li>`;
    })}
  </ul>`;
}

function meta({ at, fate, latest, amended, own, seq, text }: MessageRow, actions: RowActions): TemplateResult {
  const amends = own && seq !== undefined && amended !== 'retracted' && actions.mayWrite;
  return html`<p class="meta">
    ${
      amends
        ? html`<button
              class="amend"
              type="button"
              aria-label=${terms.amend.editThis(text)}
              @click=${() => actions.edit(seq, text)}
            >
              ${terms.amend.edit}</button
            ><button
              class="amend"
              type="button"
              aria-label=${terms.amend.retractThis(text)}
              @click=${() => actions.retract(seq)}
            >
              ${terms.amend.retract}
            </button>`
        : nothing
    }
    ${amended === 'edited' ? html`<span>${terms.amend.edited}</span>` : nothing}
    <time title=${wholeTime(at)}>${clockTime(at)}</time>
    ${fate === undefined ? nothing : fateMark(fate, latest)}
  </p>`;
}

/** Plain addresses can be followed; everything else is text. */
function written(text: string): (TemplateResult | string)[] {
  return pieces(text).map((piece) =>
    piece.href === undefined
      ? piece.text
      : html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`,
  );
}

const marks: Record<Fate, IconName> = {
  queued: 'clock',
  sending: 'clock',
  stored: 'one',
  delivered: 'two',
  seen: 'two',
  refused: 'alert',
};

/** Two checks differ from two others by colour only; so the newest is also written out. */
function fateMark(fate: Fate, written: boolean): TemplateResult {
  const word = html`<span class=${written ? 'word' : 'visually-hidden'}>${terms.fate[fate]}</span>`;
  return html`<span class="fate ${fate}" title=${terms.fate[fate]}>${icon(marks[fate], true)}${word}</span>`;
}

/** It can be copied as long as it stands there; trying again makes sense only where one may write. */
function refused(row: MessageRow, conversation: Conversation, actions: RowActions): TemplateResult {
  const id = row.pending ?? '';
  const retry = html`<button class="link" type="button" @click=${() => actions.retry(id)}>
    ${terms.conversation.retry}
  </button>`;
  return html`<p class="refusal">
    ${icon('alert', true)}<span>${terms.conversation.notSent}: ${terms.refusal(row.code)}.</span>
    ${actions.mayWrite ? retry : nothing}
    <button class="link" type="button" @click=${() => actions.discard(id)}>${terms.conversation.discard}</button>
  </p>`;
}

function eventRow(row: EventRow, conversation: Conversation): TemplateResult {
  return html`<p class="event" data-key=${row.key} data-seq=${row.seq}>
    <span>${told(row.entry, conversation)}</span>
    <time title=${wholeTime(row.entry.at)}>${clockTime(row.entry.at)}</time>
  </p>`;
}

function told(entry: EventRow['entry'], conversation: Conversation): string {
  const { event } = terms;
  const called = (who: { readonly role: string; readonly name?: string | undefined } | undefined): string =>
    who?.role === 'visitor' ? nameOf(conversation) : (who?.name ?? terms.role[who?.role ?? 'system'] ?? '');
  switch (entry.type) {
    case 'join':
      if (entry.silent) return event.joinedSilently(called(entry.from));
      return event.joined(called(entry.from));
    case 'leave':
      if (entry.silent) return event.leftSilently(called(entry.from));
      return entry.reason === 'connection-lost'
        ? event.lostConnection(called(entry.from))
        : event.left(called(entry.from));
    case 'transfer':
      return entry.to ? event.handedTo(called(entry.from), called(entry.to)) : event.handedToQueue(called(entry.from));
    case 'status':
      return entry.status === 'queued' && !servedBefore(conversation, entry.seq)
        ? event.firstQueued
        : status(entry.status);
    case 'notice':
      return event.notice(called(entry.from), entry.text);
    case 'user-data':
      return event.data(
        Object.entries({
          ...entry.data,
          ...named(entry.about?.name),
          ...entry.about?.customer,
          ...entry.about?.contact,
        })
          .map(([key, value]) => `${key}: ${String(value)}`)
          .join(', '),
      );
    case 'case':
      return event.caseIs(called(entry.from), terms.cases[entry.status]);
    case 'survey':
      return event.rated(entry.rating, entry.scale, entry.comment);
    case 'end':
      return ended(entry.reason, entry.by === 'system' ? undefined : called(entry.from ?? { role: entry.by }));
  }
}

function named(name: string | undefined): Record<string, string> {
  return name === undefined ? {} : { [terms.details.customerName]: name };
}

function servedBefore({ log }: Conversation, seq: number): boolean {
  return (
    log.older || log.entries.some((entry) => entry.seq < seq && entry.type === 'join' && entry.from.role !== 'visitor')
  );
}

function status(code: string): string {
  const { event } = terms;
  const known: Record<string, string> = {
    queued: event.queued,
    'idle-warning': event.idleWarning,
    'visitor-gone': event.visitorGone,
    'visitor-back': event.visitorBack,
  };
  return known[code] ?? event.other(code);
}

function ended(reason: string | undefined, by: string | undefined): string {
  const { event } = terms;
  if (reason === 'idle') return event.endedIdle;
  if (reason === 'visitor-gone') return event.endedGone;
  if (reason === 'blocked') return event.endedBlocked;
  return by === undefined ? event.ended : event.endedBy(by);
}
