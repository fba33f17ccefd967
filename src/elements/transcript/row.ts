import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../../controllers/announcer.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { Author } from '../../session/model/types.js';
import type { Box } from '../keyed-boxes.js';
import type { RichRows } from '../rich/rich-rows.js';
import type { FileRows } from './file-rows.js';
import type { Segment } from './linkify.js';
import { safeImage, safeUrl } from './safe-url.js';
import type { LineRow, MessageRow, Row } from './rows.js';

/** In longer texts browsers take seconds to find the direction of every line. */
const HUGE = 20_000;

/** What every row is given. */
export type RowView = {
  readonly localize: LocalizeController;
  /** The key of the row that Tab comes to. */
  readonly active?: string | undefined;
  /** Draws rich messages; until it is here, their text stands there. */
  readonly rich?: Pick<RichRows, 'template' | 'line'> | undefined;
  /** Shows files; until it is here, their names stand in the text. */
  readonly files?: FileRows | undefined;
  /** Not in a list: the links are reached by Tab, the row is not. */
  readonly alone?: boolean;
};

/** One letter for each of the first two words, or the first letter of the only one; whole characters, not halves. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? [...word][0]!.toLocaleUpperCase() : ''))
    .join('');
}

// The picture lies over the initials: one that fails to load is taken away and leaves them.
const hide = (event: Event): void => void ((event.target as HTMLElement).hidden = true);
const show = (event: Event): void => void ((event.target as HTMLElement).hidden = false);

/** The picture of somebody, or the initials. */
export function avatarTemplate(author: Author | undefined, localize: LocalizeController): TemplateResult {
  const src = safeImage(author?.avatar);
  return html`<span class="avatar" part="avatar" aria-hidden="true"
    >${
      src === undefined
        ? initials(nameOf(author, localize))
        : html`${initials(nameOf(author, localize))}<img
              part="avatar-image"
              src=${src}
              alt=""
              referrerpolicy="no-referrer"
              @error=${hide}
              @load=${show}
            />`
    }</span
  >`;
}

/** A link shows what was written, and beside it the host it leads to when that is another than the text promises. */
export function segmentTemplate(segment: Segment, tabindex: number): TemplateResult | string {
  if (typeof segment === 'string') return segment;
  const { text, href, host } = segment;
  const blank = href.startsWith('http');
  return html`<a
      part="link"
      href=${href}
      target=${blank ? '_blank' : nothing}
      rel=${blank ? 'noopener noreferrer' : nothing}
      tabindex=${tabindex}
      .textContent=${text}
    ></a
    >${host === undefined ? nothing : html`<bdi class="host" part="link-host" .textContent=${` (${host})`}></bdi>`}`;
}

function footTemplate({ at, status, error, clientId }: MessageRow, { localize }: RowView): TemplateResult {
  const failed = status === 'failed';
  const decide = failed || status === 'unconfirmed';
  const label = status && localize.term(failed ? 'notSent' : status);
  const button = (what: 'retry' | 'delete'): TemplateResult =>
    html`<button type="button" part=${what} .value=${clientId ?? ''}>${localize.term(what)}</button>`;
  return html`<span class="foot" part="meta"
    >${
      decide
        ? nothing
        : html`<time part="time" datetime=${isoOf(at)} title=${localize.dateTime(at)}>${localize.time(at)}</time>`
    }${
      label
        ? html`<span part="status status-${status}"
            >${failed && error ? `${label} · ${localize.term('error', error)}` : label}</span
          >`
        : nothing
    }${decide ? [button('retry'), button('delete')] : nothing}</span
  >`;
}

/** Classes and parts of the element that a message is in. */
export function messageLook({ own, first, last, status, segments }: MessageRow): { class: string; part: string } {
  const side = own ? 'own' : 'other';
  const emoji = segments.length === 1 && isEmoji(segments[0]!);
  return {
    class: `row ${side}${first ? ' first' : ''}${last ? ' last' : ''}${emoji ? ' emoji' : ''} ${status ?? ''}`,
    part: `row row-${side}`,
  };
}

/** What is in it. */
export function messageTemplate(row: MessageRow, view: RowView): TemplateResult {
  const { localize } = view;
  const { own, first, last, segments } = row;
  const name = own ? localize.term('you') : nameOf(row.from, localize);
  const tabindex = view.alone || row.key === view.active ? 0 : -1;
  const only = segments.length === 1 && typeof segments[0] === 'string' ? segments[0] : undefined;
  const files = row.files && view.files?.template(row.files, tabindex, row.seq > 0);
  const foot = last || row.status ? footTemplate(row, view) : nothing;
  // No blanks between the tags: each would be a node.
  // prettier-ignore
  return html`<span class="visually-hidden" .textContent=${localize.term('byAt', name, localize.time(row.at))}></span
    >${first && !own ? html`<bdi class="name" part="name" aria-hidden="true" .textContent=${name}></bdi>` : nothing
    }${last && !own ? avatarTemplate(row.from, localize) : nothing
    }${(row.rich && view.rich?.template(row, tabindex)) ?? html`<span
      class="bubble"
      part="bubble ${own ? 'bubble-own' : 'bubble-other'}"
      dir=${(only?.length ?? 0) > HUGE ? nothing : 'auto'}
      ?hidden=${row.files && only === ''}
      >${only ?? segments.map((segment) => segmentTemplate(segment, tabindex))}</span
    >`}${row.files ? [files ?? row.files.map(({ name }) => name).join('\n'), foot] : foot}`;
}

// Not a literal: the compiler's target does not know the flag that all supported browsers do.
const EMOJI = new RegExp('^(?:\\p{RGI_Emoji}\\s?){1,3}$', 'v');

/** A few emoji and nothing else are shown large. */
function isEmoji(text: Segment): boolean {
  return typeof text === 'string' && text.length <= 24 && EMOJI.test(text);
}

function isoOf(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : '';
}

/** Somebody is typing. Told by the announcer; here it is for the eye. */
export function typingTemplate(people: readonly Author[], localize: LocalizeController): TemplateResult {
  return html`<div
    class="typing row other first last"
    part="typing"
    aria-hidden="true"
    title=${localize.term(
      'typing',
      people.map((person) => nameOf(person, localize)),
    )}
  >
    ${avatarTemplate(people[0], localize)}<span class="bubble" part="bubble bubble-other"><i></i><i></i><i></i></span>
  </div>`;
}

function lineText({ entry }: LineRow, localize: LocalizeController): string {
  switch (entry.type) {
    case 'join':
      return localize.term('joined', nameOf(entry.from, localize));
    case 'leave':
      return localize.term('left', nameOf(entry.from, localize), entry.reason);
    case 'transfer':
      return localize.term('transferred', entry.to && nameOf(entry.to, localize));
    case 'status':
      return localize.term('status', entry.status);
    case 'end':
      return localize.term('ended', entry.by, entry.reason);
  }
}

function contentOf(row: Row, view: RowView): TemplateResult | string {
  const { localize } = view;
  switch (row.kind) {
    case 'message':
      return messageTemplate(row, view);
    case 'day':
      return localize.date(row.at);
    case 'unread':
      return localize.term('newDivider');
    case 'line':
      return `${(row.rich ? view.rich?.line(row.rich) : '') || lineText(row, localize)} · ${localize.time(row.entry.at)}`;
  }
}

/** Any row. The keys and Tab come to messages and lines. */
export function boxOf(row: Row, view: RowView): Box {
  const { kind, key } = row;
  const look = kind === 'message' ? messageLook(row) : { class: kind, part: kind };
  const place = 'seq' in row && { 'data-key': key, 'data-seq': row.seq, tabindex: key === view.active ? 0 : -1 };
  return { key, attributes: { ...look, role: 'listitem', ...place }, content: contentOf(row, view) };
}

/** A click in a row: a link whose address is no longer one of the allowed is stopped; the request of a button is returned. */
export function clickIn(
  event: Event,
): { readonly type: 'chat-retry-request' | 'chat-discard-request'; readonly clientId: string } | undefined {
  for (const target of event.composedPath()) {
    if (target instanceof HTMLAnchorElement && !safeUrl(target.href)) event.preventDefault();
    if (target instanceof HTMLButtonElement && target.value)
      return {
        type: target.part.contains('retry') ? 'chat-retry-request' : 'chat-discard-request',
        clientId: target.value,
      };
    if (target === event.currentTarget) break;
  }
  return undefined;
}
