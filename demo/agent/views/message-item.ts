import { html, nothing, type TemplateResult } from 'lit';
import type { WireDeskMessage } from '../../../src/protocol/agent.js';
import type { DeskState } from '../model/state.js';
import { clockTime, dayName } from './format.js';
import { ask } from './intents.js';
import { terms } from './terms.js';

/** A message that somebody left: whom to answer and where, what they wrote, and that it is done. */
export function messageItem(state: DeskState, message: WireDeskMessage, now: number): TemplateResult {
  const { id, at, text, email, customer } = message;
  const name = message.name ?? email ?? customer ?? terms.visitor;
  return html`<li class="message">
    <div class="line">
      <span class="name truncate" dir="auto">${name}</span>
      <time class="when">${dayName(at, now)}, ${clockTime(at)}</time>
    </div>
    ${email === undefined ? nothing : html`<p class="truncate">${address(email)}</p>`}
    <p class="text" dir="auto">${text}</p>
    <button
      class="button"
      type="button"
      aria-label="${terms.lists.done}: ${name}"
      aria-disabled=${state.busy.has(`handled:${id}`)}
      @click=${ask({ type: 'handled', message: id })}
    >
      ${terms.lists.done}
    </button>
  </li>`;
}

function address(email: string): TemplateResult | string {
  return /^[^\s@]+@[^\s@]+$/u.test(email) ? html`<a href="mailto:${encodeURIComponent(email)}">${email}</a>` : email;
}
