/** The survey after the end: a rating, and words. Fetched when a conversation that asks something has ended. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ChatController } from '../../controllers/chat-controller.js';
import type { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import { surveyOf } from '../../session/model/survey-of.js';
import { conversationOf } from '../../session/model/selectors.js';
import type { ChatState, Survey } from '../../session/model/types.js';
import { addStyles } from '../add-styles.js';
import { starIcon } from '../more-icons.js';
import { surveyStyles } from './survey.styles.js';

/** So many can be told apart at a glance; a longer scale has numbers. */
const STARS = 5;

/** The longest comment; see `docs/protocol.md`. */
const LONGEST = 2000;

/** See the module. */
export class SurveyForm {
  #host: LitElement;
  #chat: ChatController<ChatState>;
  #localize: MoreLocalizeController;
  /** Chosen, typed and not sent yet, of which survey. Kept here, because the fields come and go with what the composer shows. */
  #answer: { readonly id: string; readonly rating: number; readonly words: string } | undefined;
  #missing = false;

  constructor(host: LitElement, chat: ChatController<ChatState>, localize: MoreLocalizeController) {
    this.#host = host;
    this.#chat = chat;
    this.#localize = localize;
    addStyles(host, surveyStyles);
  }

  /** What is asked; nothing where nothing is. */
  template(): TemplateResult | typeof nothing {
    const survey = surveyOf(conversationOf(this.#chat.state));
    if (!survey) return nothing;
    const l = this.#localize;
    if (survey.status === 'sent')
      return html`<p class="survey thanks" part="survey" role="status">${l.more('surveyThanks')}</p>`;
    const { rating, words } = this.#answerOf(survey);
    const sending = survey.status === 'sending';
    const problem = this.#missing
      ? l.more('surveyMissing')
      : survey.status === 'failed'
        ? l.more('surveyFailed', survey.error === 'refused')
        : undefined;
    return html`<form class="survey" part="survey" novalidate @submit=${(event: Event) => this.#send(event, survey)}>
      ${this.#ratings(survey, problem !== undefined)}
      ${
        survey.comment && rating > 0
          ? html`<label class="words"
              ><span>${l.more('surveyComment')}</span
              ><textarea
                part="survey-comment"
                rows="2"
                dir="auto"
                maxlength=${LONGEST}
                .value=${live(words)}
                @input=${(event: Event) => this.#put(survey, { words: (event.target as HTMLTextAreaElement).value })}
              ></textarea>
            </label>`
          : nothing
      }
      <p class="problem" id="survey-problem" role="alert">${problem}</p>
      ${
        rating > 0
          ? html`<button class="button" part="survey-send" aria-disabled=${sending}>
              ${l.more(sending ? 'surveySending' : 'surveySend')}
            </button>`
          : nothing
      }
    </form>`;
  }

  #ratings(survey: Survey, wrong: boolean): TemplateResult {
    const l = this.#localize;
    const value = this.#answerOf(survey).rating;
    const stars = survey.scale === STARS;
    return html`<fieldset
      class=${stars ? 'stars' : 'scale'}
      part="survey-rating"
      aria-describedby=${wrong ? 'survey-problem' : nothing}
    >
      <legend>${l.more('surveyQuestion')}</legend>
      <div class="choices">
        ${Array.from({ length: survey.scale }, (_, i) => i + 1).map(
          (rating) =>
            html`<label
              class=${(stars ? rating <= value : rating === value) ? 'on' : ''}
              part="survey-choice"
              title=${l.more('surveyRating', rating, survey.scale)}
              ><input
                class="visually-hidden"
                type="radio"
                name="survey"
                value=${rating}
                .checked=${rating === value}
                aria-label=${l.more('surveyRating', rating, survey.scale)}
                @change=${() => this.#choose(survey, rating)}
              />${stars ? starIcon() : html`<span aria-hidden="true">${new Intl.NumberFormat(l.lang).format(rating)}</span>`}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #answerOf({ id, rating = 0 }: Survey): { readonly rating: number; readonly words: string } {
    return this.#answer?.id === id ? this.#answer : { rating, words: '' };
  }

  #put(survey: Survey, change: { readonly rating?: number; readonly words?: string }): void {
    this.#answer = { ...this.#answerOf(survey), id: survey.id, ...change };
  }

  #choose(survey: Survey, rating: number): void {
    this.#put(survey, { rating });
    this.#missing = false;
    this.#host.requestUpdate();
  }

  #send(event: Event, survey: Survey): void {
    event.preventDefault();
    const { rating, words: comment } = this.#answerOf(survey);
    this.#missing = rating === 0;
    this.#host.requestUpdate();
    if (this.#missing || survey.status === 'sending') return;
    const detail = { conversationId: this.#chat.state.current, rating, comment };
    const request = new CustomEvent('chat-survey-request', { detail, bubbles: true, composed: true, cancelable: true });
    if (this.#host.dispatchEvent(request)) this.#chat.handle?.perform({ type: 'chat-survey-request', detail });
  }
}
