import { html, type LitElement, type TemplateResult } from 'lit';
import type { ChatController } from '../../controllers/chat-controller.js';
import { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import type { ChatState } from '../../session/model/types.js';
import type { SurveyForm } from './survey.js';
import { conversationOf } from '../../session/model/selectors.js';
import { surveyOf } from '../../session/model/survey-of.js';
import { downloadIcon } from '../more-icons.js';
import { saveTranscript } from '../transcript-file/save.js';

/** The old conversation as a file, beside the button for a new one. Fetched when a conversation ends. */
export class AfterEnd {
  #host: LitElement;
  #chat: ChatController<ChatState>;
  #localize: MoreLocalizeController;
  #saving = false;
  #survey: SurveyForm | undefined;
  #fetching: Promise<void> | undefined;

  constructor(host: LitElement, chat: ChatController<ChatState>) {
    this.#host = host;
    this.#chat = chat;
    this.#localize = new MoreLocalizeController(host);
  }

  button(): TemplateResult {
    // One conversation may ask nothing, and the next one something.
    if (surveyOf(conversationOf(this.#chat.state)))
      this.#fetching ??= import('./survey.js').then(
        ({ SurveyForm }) => {
          this.#survey = new SurveyForm(this.#host, this.#chat, this.#localize);
          this.#host.requestUpdate();
        },
        () => (this.#fetching = undefined),
      );
    return html`<button
        class="button quiet"
        part="save"
        type="button"
        aria-disabled=${this.#saving}
        @click=${this.#save}
      >
        ${downloadIcon()}${this.#localize.more(this.#saving ? 'savingTranscript' : 'saveTranscript')}</button
      >${this.#survey?.template()}`;
  }

  #save = async (): Promise<void> => {
    const { handle } = this.#chat;
    if (!handle || this.#saving) return;
    this.#show(true);
    await saveTranscript(handle, this.#localize);
    this.#show(false);
  };

  #show(saving: boolean): void {
    this.#saving = saving;
    this.#host.requestUpdate();
  }
}
