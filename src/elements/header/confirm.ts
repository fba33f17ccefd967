import { html, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';

/** What the two answers do. */
export type Answers = { readonly yes: () => void; readonly no: () => void };

/** Keeps Tab between the two answers, and takes Escape for the harmless one. */
function onKeydown(event: KeyboardEvent, { no }: Answers): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    no();
  } else if (event.key === 'Tab') {
    event.preventDefault();
    const box = event.currentTarget as HTMLElement;
    const buttons = [...box.querySelectorAll('button')];
    buttons.find((button) => !button.matches(':focus'))?.focus();
  }
}

/** The question whether the chat shall end. It asks in the window; the rest of the page can be used meanwhile. */
export function confirmTemplate(localize: LocalizeController, answers: Answers): TemplateResult {
  return html`<div
    class="confirm"
    part="confirm"
    role="alertdialog"
    aria-labelledby="question"
    aria-describedby="consequence"
    @keydown=${(event: KeyboardEvent) => onKeydown(event, answers)}
  >
    <h3 id="question">${localize.term('endConfirmTitle')}</h3>
    <p id="consequence">${localize.term('endConfirmText')}</p>
    <div class="choices">
      <button class="button no" part="button" @click=${answers.no}>${localize.term('cancel')}</button>
      <button class="button danger yes" part="button" @click=${answers.yes}>${localize.term('endConfirm')}</button>
    </div>
  </div>`;
}
