import { html, type TemplateResult } from 'lit';
import { richTerms } from '../../locales/more/en-rich.js';
import { moreTerms } from '../../locales/more/more-terms.js';
import { addStyles } from '../add-styles.js';
import { closesAt, isOnce, readChoice, type RichChoice } from '../../protocol/rich/choice.js';
import { readRich, type RichContent } from '../../protocol/rich/content.js';
import { nameOf } from '../../controllers/announcer.js';
import type { Entry, Happening } from '../../session/model/types.js';
import type { MessageRow } from '../transcript/rows.js';
import { drawAdaptive } from './adaptive.js';
import { amendedOf, drawAmended } from './amended.js';
import { drawButtons, drawQuickReplies } from './buttons.js';
import { drawCard, drawCarousel, drawGallery, drawLink } from './cards.js';
import { drawCustom } from './custom.js';
import { drawDateTime, drawForm } from './form.js';
import { drawList } from './list.js';
import { drawMenu, Ticker } from './menu.js';
import { drawImage } from './pictures.js';
import { richStyles } from './rich.styles.js';
import type { Memory, RichHost, RichView } from './view.js';

/** The most messages whose unsent state is kept. */
const KEPT = 500;

type Markdown = { readonly markdownTemplate: (text: string, tabindex: number) => TemplateResult };

const PARTS =
  'rich rich-box rich-title rich-text rich-choices rich-button rich-option rich-chosen rich-field rich-input rich-facts rich-picture rich-rail rich-turn rich-clock rich-custom amended'.split(
    ' ',
  );

let transcripts = 0;

/** Draws rich messages; loaded with the first of them. What can't be read, or nobody draws, is shown as its text. */
export class RichRows {
  #of: RichHost;
  #number = ++transcripts;
  #ticker: Ticker;
  #memories = new Map<string, Memory>();
  /** What came in a message, read once. */
  #read = new WeakMap<object, { readonly content: RichContent | undefined }>();
  #choices: { readonly entries: readonly Entry[]; readonly made: ReadonlyMap<number, RichChoice> } | undefined;
  #markdown: Markdown | undefined;
  #fetching: Promise<void> | undefined;
  #update = (): void => this.#of.host.requestUpdate();

  /** @param of - the element that shows messages, and what it lends */
  constructor(of: RichHost) {
    this.#of = of;
    addStyles(of.host, richStyles);
    // In a `<live-chat>` the parts are forwarded by a list, which need not name these before they are here.
    const forwarded = of.host.getAttribute('exportparts');
    if (forwarded?.includes(':transcript-'))
      of.host.setAttribute('exportparts', `${forwarded},${PARTS.map((part) => `${part}:transcript-${part}`).join()}`);
    this.#ticker = new Ticker(this.#update);
    of.host.addController(this.#ticker);
  }

  /** What was drawn, chosen and found wrong so far belongs to other messages. */
  forget(): void {
    this.#memories.clear();
  }

  /** The inside of a row; undefined: its text is all there is. */
  template(row: MessageRow, tabindex: number): TemplateResult | undefined {
    const amended = amendedOf(row.rich);
    if (amended)
      return drawAmended(amended, row, tabindex, moreTerms(this.#of.localize.lang, richTerms), () =>
        this.#content(amended.rich, row, tabindex),
      );
    return this.#content(row.rich, row, tabindex);
  }

  /** What a line says of what happened to the visitor's case; undefined: nothing that is known here. */
  line(rich: unknown): string | undefined {
    const happening = rich as Partial<Happening>;
    const { localize } = this.#of;
    const texts = moreTerms(localize.lang, richTerms);
    if (happening.happened === 'reassigned' && happening.to && happening.before)
      return texts.reassigned(nameOf(happening.to, localize), nameOf(happening.before, localize));
    return happening.happened === 'case' ? texts.caseStatus(happening.status ?? '') : undefined;
  }

  #content(rich: unknown, row: MessageRow, tabindex: number): TemplateResult | undefined {
    const content = this.#contentOf(rich);
    if (!content) return undefined;
    const drawn = this.#draw(content, row, tabindex);
    return drawn && html`<div class="rich rich-${content.kind}" part="rich">${drawn}</div>`;
  }

  #contentOf(rich: unknown): RichContent | undefined {
    if (typeof rich !== 'object' || rich === null) return undefined;
    let known = this.#read.get(rich);
    if (!known) this.#read.set(rich, (known = { content: readRich(rich) }));
    return known.content;
  }

  #draw(content: RichContent, row: MessageRow, tabindex: number): TemplateResult | undefined {
    const view = this.#view(content, row, tabindex);
    switch (content.kind) {
      case 'markdown':
        return this.#marked(content.text ?? view.text, tabindex);
      case 'quick-replies':
        return drawQuickReplies(content, view);
      case 'buttons':
        return drawButtons(content, view);
      case 'list':
        return drawList(content, view);
      case 'link':
        return drawLink(content, view);
      case 'card':
        return drawCard(content, view);
      case 'carousel':
        return drawCarousel(content, view);
      case 'image':
        return drawImage(content, view);
      case 'gallery':
        return drawGallery(content, view);
      case 'form':
        return drawForm(content, view);
      case 'date-time':
        return drawDateTime(content, view);
      case 'adaptive-card':
        return drawAdaptive(content, view);
      case 'menu':
        if (view.open) this.#ticker.next();
        return drawMenu(content, view);
      case 'custom':
        return drawCustom(content, view, () => this.#view(content, row, tabindex));
    }
  }

  #view(content: RichContent, { seq, at, text = '' }: MessageRow, tabindex: number): RichView {
    const { host, localize, request, conversation } = this.#of;
    const current = conversation();
    const chosen = this.#chosen(seq);
    const running = current?.phase === 'active' || current?.phase === 'queued';
    const inTime = Date.now() < (closesAt(content, at) ?? Infinity);
    return {
      host,
      localize,
      texts: moreTerms(localize.lang, richTerms),
      tabindex,
      id: `rich-${this.#number}-${seq}`,
      seq,
      at,
      text,
      memory: this.#memory(`${current?.key ?? ''} ${seq}`),
      chosen,
      open: running && inTime && !(chosen && isOnce(content)),
      answer: ({ text: said, ...choice }) =>
        request('chat-choose-request', { conversationId: current?.key, choice: { of: seq, ...choice }, text: said }),
      update: this.#update,
    };
  }

  #memory(key: string): Memory {
    let memory = this.#memories.get(key);
    if (!memory) {
      if (this.#memories.size >= KEPT) this.#memories.clear();
      this.#memories.set(key, (memory = { problems: {}, asked: new Set(), broken: new Set() }));
    }
    return memory;
  }

  /** The choice that was made in a message: in the log, or on its way there. */
  #chosen(seq: number): RichChoice | undefined {
    const conversation = this.#of.conversation();
    const entries = conversation?.log.entries ?? this.#of.entries() ?? [];
    if (this.#choices?.entries !== entries) {
      const made = new Map<number, RichChoice>();
      for (const entry of entries) {
        const choice = entry.type === 'message' && entry.choice !== undefined ? readChoice(entry.choice) : undefined;
        if (choice && !made.has(choice.of)) made.set(choice.of, choice);
      }
      this.#choices = { entries, made };
    }
    const pending = conversation?.pending.find(
      ({ choice, status }) => choice?.of === seq && status !== 'failed',
    )?.choice;
    return this.#choices.made.get(seq) ?? (pending && readChoice(pending));
  }

  /** Until the reader of Markdown is here, and where it can't be fetched, it is the text. */
  #marked(text: string, tabindex: number): TemplateResult | undefined {
    this.#fetching ??= import('./markdown.js').then(
      (loaded) => {
        this.#markdown = loaded;
        this.#update();
      },
      () => void (this.#fetching = undefined),
    );
    return (
      this.#markdown &&
      html`<div class="bubble markdown" part="bubble bubble-other" dir="auto">
        ${this.#markdown.markdownTemplate(text, tabindex)}
      </div>`
    );
  }
}
