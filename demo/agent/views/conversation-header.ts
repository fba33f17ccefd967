import { html, nothing, type TemplateResult } from 'lit';
import { visitorOf, type Conversation, type DeskState } from '../model/state.js';
import { avatar } from './avatar.js';
import { counted, duration } from './format.js';
import { icon } from './icons.js';
import { ask } from './intents.js';
import { nameOf } from './names.js';
import { terms } from './terms.js';

/** What the header needs to know beside the conversation. */
export interface HeaderView {
  readonly narrow: boolean;
  readonly details: boolean;
  readonly now: number;
}

/** Who it is with, how it stands, and what can be done with it. */
export function conversationHeader(state: DeskState, conversation: Conversation, view: HeaderView): TemplateResult {
  const { id, summary } = conversation;
  const name = nameOf(conversation);
  const over = conversation.place === 'ended' || conversation.place === 'elsewhere';
  const { back, showDetails, hideDetails } = terms.conversation;
  const label = view.details ? hideDetails : showDetails;
  return html`<header>
    ${
      view.narrow
        ? html`<button class="button quiet bare" type="button" aria-label=${back} @click=${ask({ type: 'back' })}>
            ${icon('back')}
          </button>`
        : over
          ? avatar(name, id)
          : avatar(name, id, { online: summary.visitorOnline })
    }
    <div class="title">
      <h2 id="title" tabindex="-1" dir="auto">${name}</h2>
      <p class="standing truncate">${standing(conversation, view.now)}</p>
    </div>
    <div class="tools">
      ${actions(state, conversation)}
      <button
        class="button quiet bare"
        type="button"
        title=${label}
        aria-label=${showDetails}
        aria-pressed=${view.details}
        @click=${ask({ type: 'details' })}
      >
        ${icon('details')}
      </button>
    </div>
  </header>`;
}

function standing(conversation: Conversation, now: number): string {
  const { summary, place, registers } = conversation;
  const { online, offline, waiting, runningFor } = terms.conversation;
  const presence = (visitorOf(conversation)?.connected ?? summary.visitorOnline) ? online : offline;
  if (place === 'queue') return `${presence} · ${waiting(counted(now - (summary.waitingSince ?? summary.startedAt)))}`;
  if (place === 'ended') return terms.lists.over;
  if (place === 'elsewhere') return terms.lists.elsewhere;
  return `${presence} · ${runningFor(duration(now - registers.startedAt))}`;
}

/** Nothing can be done to what is over. */
function actions(state: DeskState, { id, place }: Conversation): TemplateResult | typeof nothing {
  if (place !== 'mine' && place !== 'others') return nothing;
  const { transfer, end, block } = terms.conversation;
  const button = (type: 'transfer' | 'end' | 'block', label: string): TemplateResult =>
    html`<button
      class="button quiet tool"
      type="button"
      aria-label=${label}
      aria-disabled=${state.busy.has(`${type}:${id}`)}
      title=${label}
      @click=${ask({ type, conversation: id })}
    >
      ${icon(type)}<span class="tool-label">${type === 'block' ? nothing : label}</span>
    </button>`;
  return html`${button('transfer', transfer)}${button('end', end)}${button('block', block)}`;
}
