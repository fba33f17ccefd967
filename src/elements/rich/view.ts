import type { LitElement, TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { RichTerms } from '../../locales/more/terms.js';
import type { RichChoice } from '../../protocol/rich/choice.js';
import type { RichContent } from '../../protocol/rich/content.js';
import type { IntentMap } from '../../session/intents.js';
import type { Conversation, Entry } from '../../session/model/types.js';

/** What is chosen, and how it reads as a message. */
export type Answer = Pick<RichChoice, 'ids' | 'values'> & { readonly text: string };

/** What stays with one rich message while it is on the page. */
export type Memory = {
  /** What is wrong, by the name of a field; `''` for the whole. */
  problems: Readonly<Record<string, string>>;
  /** Pictures that the visitor asked for, or that could not be shown, by their address. */
  readonly asked: Set<string>;
  readonly broken: Set<string>;
  /** Where a page draws, and whether it does. */
  canvas?: { readonly container: HTMLElement; readonly drawn: boolean } | undefined;
  /** What was said of the time that is left. */
  told?: string;
};

/** What a kind is drawn with. */
export type RichView = {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly texts: RichTerms;
  readonly tabindex: number;
  /** Unique on the page: for ids and the names of radios. */
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  /** The text of the message. */
  readonly text: string;
  readonly memory: Memory;
  /** What was chosen, once something was. */
  readonly chosen: RichChoice | undefined;
  /** Whether it can be answered now. */
  readonly open: boolean;
  readonly answer: (answer: Answer) => void;
  readonly update: () => void;
};

/** Draws one kind. */
export type Draw<Content extends RichContent = RichContent> = (content: Content, view: RichView) => TemplateResult;

/** The element that shows messages, and what it lends. */
export type RichHost = {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly request: <T extends keyof IntentMap>(type: T, detail: IntentMap[T]) => void;
  /** The conversation that is shown; undefined: entries without a chat, which nobody can answer. */
  readonly conversation: () => Conversation | undefined;
  readonly entries: () => readonly Entry[] | undefined;
};
