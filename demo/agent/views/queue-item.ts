import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Conversation, DeskState } from '../model/state.js';
import { avatar } from './avatar.js';
import { counted } from './format.js';
import { ask } from './intents.js';
import { agentName, nameOf } from './names.js';
import { terms } from './terms.js';

/** Somebody who waits: since when, what they wrote, and whether it is this agent's turn. */
export function queueItem(state: DeskState, conversation: Conversation, now: number): TemplateResult {
  const { summary, id } = conversation;
  const name = nameOf(conversation);
  const { offer } = summary;
  const mine = offer?.agent === state.desk?.me;
  const waited = counted(now - (summary.waitingSince ?? summary.startedAt));
  const current = state.current === id;
  return html`<li class=${classMap({ waiter: true, offered: mine, current })} data-conversation=${id}>
    <button
      class="open"
      type="button"
      aria-current=${current ? 'true' : 'false'}
      @click=${ask({ type: 'select', conversation: id })}
    >
      ${avatar(name, id, { online: summary.visitorOnline })}
      <span class="lines">
        <span class="line">
          <span class="name truncate" dir="auto">${name}</span>
          <span class="visually-hidden">, ${summary.visitorOnline ? terms.lists.online : terms.lists.offline},</span>
          <span class="waited"><span class="visually-hidden">${terms.lists.waits('')}</span>${waited}</span>
        </span>
        <span class="said truncate" dir="auto">${matter(conversation)}</span>
      </span>
    </button>
    ${offer ? offerLine(state, offer, mine, now) : nothing}
    <div class="answers">
      <button
        class=${mine ? 'button primary' : 'button'}
        type="button"
        aria-label="${terms.lists.accept} ${name}"
        aria-disabled=${state.busy.has(`accept:${id}`)}
        @click=${ask({ type: 'accept', conversation: id })}
      >
        ${terms.lists.accept}
      </button>
      ${
        mine
          ? html`<button
              class="button quiet"
              type="button"
              aria-label="${terms.lists.decline} ${name}"
              aria-disabled=${state.busy.has(`decline:${id}`)}
              @click=${ask({ type: 'decline', conversation: id })}
            >
              ${terms.lists.decline}
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

/** What it is about; of somebody who was served before, by whom. */
function matter({ summary, registers }: Conversation): string {
  const before = registers.people.findLast(({ role, name }) => role !== 'visitor' && name !== undefined);
  if (before?.name !== undefined) return terms.lists.before(before.name);
  return summary.profile.subject ?? summary.profile.email ?? terms.lists.fresh;
}

function offerLine(
  state: DeskState,
  offer: { readonly agent: string; readonly until: number },
  mine: boolean,
  now: number,
): TemplateResult | typeof nothing {
  if (mine) {
    return html`<p class="offer">
      <span>${terms.lists.offered}</span>
      <span class="waited">${terms.lists.left(counted(offer.until - now))}</span>
    </p>`;
  }
  const name = agentName(state, offer.agent);
  return name === undefined ? nothing : html`<p class="offer other truncate">${terms.lists.offeredTo(name)}</p>`;
}
