import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { LogEntry } from '../model/log.js';
import { unread, type Conversation, type DeskState } from '../model/state.js';
import { avatar } from './avatar.js';
import { shortWhen } from './format.js';
import { ask } from './intents.js';
import { agentName, nameOf } from './names.js';
import { terms } from './terms.js';

/** A conversation in one of the lists. `index` gives it its Alt+digit. */
export function conversationItem(state: DeskState, conversation: Conversation, index?: number): TemplateResult {
  const { id, summary, place } = conversation;
  const name = nameOf(conversation);
  const count = unread(conversation, state.desk?.me);
  const current = state.current === id;
  const last = lastMessage(conversation);
  const over = place === 'ended' || place === 'elsewhere';
  const shortcut = index !== undefined && index < 9 ? `Alt+${index + 1}` : undefined;
  return html`<li class=${classMap({ current, over, fresh: count > 0 })} data-conversation=${id}>
    <button
      class="open"
      type="button"
      aria-current=${current ? 'true' : 'false'}
      aria-keyshortcuts=${shortcut ?? nothing}
      title=${shortcut ?? nothing}
      @click=${ask({ type: 'select', conversation: id })}
    >
      ${over ? avatar(name, id) : avatar(name, id, { online: summary.visitorOnline })}
      <span class="lines">
        <span class="line">
          <span class="name truncate" dir="auto">${name}</span>
          ${over ? nothing : html`<span class="visually-hidden">, ${summary.visitorOnline ? terms.lists.online : terms.lists.offline},</span>`}
          ${last ? html`<time class="when">${shortWhen(last.at, Date.now() + state.skew)}</time>` : nothing}
        </span>
        <span class="line">
          ${secondLine(state, conversation, last)}
          ${count > 0 ? html`<span class="count"><span aria-hidden="true">${count > 99 ? '99+' : count}</span><span class="visually-hidden">${terms.lists.unread(count)}</span></span>` : nothing}
        </span>
      </span>
    </button>
  </li>`;
}

/** The most telling thing there is to say: typing now, a draft, or the last message. */
function secondLine(state: DeskState, conversation: Conversation, last: LastMessage | undefined): TemplateResult {
  if (conversation.place === 'ended') return html`<span class="said truncate">${terms.lists.over}</span>`;
  if (conversation.place === 'elsewhere') return html`<span class="said truncate">${terms.lists.elsewhere}</span>`;
  if (conversation.typing) return html`<span class="said typing truncate">${terms.lists.typing}</span>`;
  const draft = conversation.draft.trim();
  if (draft !== '' && state.current !== conversation.id) {
    return html`<span class="said truncate"
      ><span class="draft">${terms.lists.draft}</span> <span dir="auto">${draft}</span></span
    >`;
  }
  const other = conversation.place === 'others' ? agentName(state, conversation.summary.agent) : undefined;
  if (other !== undefined) return html`<span class="said truncate">${terms.lists.with(other)}</span>`;
  if (!last) return html`<span class="said truncate">${terms.lists.noText}</span>`;
  return html`<span class="said truncate"
    >${last.desk ? html`${terms.lists.youSaid} ` : nothing}<span dir="auto">${last.text}</span></span
  >`;
}

interface LastMessage {
  readonly text: string;
  readonly at: number;
  readonly desk: boolean;
}

/** The newest message that is known here, which may be newer than the server's summary. */
function lastMessage({ pending, log, summary }: Conversation): LastMessage | undefined {
  const waiting = pending.at(-1);
  if (waiting) return { text: waiting.text, at: waiting.at, desk: true };
  const gone = new Set<number>();
  for (let index = log.entries.length - 1; index >= Math.max(0, log.entries.length - 20); index -= 1) {
    const entry: LogEntry | undefined = log.entries[index];
    // What was corrected or taken back is as the server's summary has it.
    if (entry?.type === 'edit' || entry?.type === 'retract') gone.add(entry.of);
    if (entry?.type === 'message' && gone.has(entry.seq)) break;
    if (entry?.type === 'message') return { text: entry.text, at: entry.at, desk: entry.from.role !== 'visitor' };
  }
  return summary.last && { text: summary.last.text, at: summary.last.at, desk: summary.last.role !== 'visitor' };
}
