import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ChatController } from '../../controllers/chat-controller.js';
import { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import type { ChatState, Conversation } from '../../session/model/types.js';
import { newChatIcon } from '../icons.js';
import { downloadIcon } from '../more-icons.js';
import { saveTranscript } from '../transcript-file/save.js';

/** What stands in the place of the field after the end: a new chat, and the old one as a file. Fetched when a conversation ends. */
export class AfterEnd {
  #host: LitElement;
  #chat: ChatController<ChatState>;
  #localize: MoreLocalizeController;
  #saving = false;

  constructor(host: LitElement, chat: ChatController<ChatState>) {
    this.#host = host;
    this.#chat = chat;
    this.#localize = new MoreLocalizeController(host);
  }

  /** @param again - begins a new conversation */
  render({ ended, error, log }: Conversation, again: () => void): TemplateResult {
    const l = this.#localize;
    const blocked = ended?.reason === 'blocked' || error === 'blocked';
    return html`<div class="ended" part="ended">
      <p part="ended-text">${l.term(blocked ? 'composerBlocked' : 'composerEnded')}</p>
      ${blocked ? nothing : html`<button class="button primary" part="new-chat" type="button" @click=${again}>${newChatIcon()}${l.term('startNew')}</button>`}
      ${
        log.entries.length === 0
          ? nothing
          : html`<button
              class="button quiet"
              part="save"
              type="button"
              aria-disabled=${this.#saving}
              @click=${this.#save}
            >
              ${downloadIcon()}${l.more(this.#saving ? 'savingTranscript' : 'saveTranscript')}
            </button>`
      }
    </div>`;
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
