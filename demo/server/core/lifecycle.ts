/**
 * What happens to conversations because time goes by: offers run out, visitors stay away, nobody writes, agents don't come
 * back. When it happens follows from the row alone, so it is the same after a restart.
 */
import type { ConversationRow } from '../store/port.js';
import { endConversation } from './ending.js';
import type { Parts } from './parts.js';
import { leave, unattend } from './people.js';
import { enqueue } from './queue.js';
import type { Routing } from './routing.js';
import type { Settings } from './settings.js';
import type { Draft, Work } from './work.js';

/** When something is due for a conversation, if ever. */
interface Due {
  readonly gone: number;
  readonly idle: number;
}

const NEVER = Number.POSITIVE_INFINITY;

/** See the module. */
export class Lifecycle {
  constructor(
    private readonly parts: Parts,
    private readonly routing: Routing,
  ) {
    parts.runner.onCommit(({ changes }) => {
      for (const { after } of changes) this.watch(after);
    });
  }

  /** Sets the alarms of a conversation. */
  watch(row: Readonly<ConversationRow>): void {
    const { alarms } = this.parts;
    const offer = `offer:${row.id}`;
    if (row.phase === 'queued' && row.offerUntil !== null) alarms.set(offer, row.offerUntil, () => this.routing.run());
    else alarms.clear(offer);
    const { gone, idle } = due(row, this.parts.settings);
    const next = Math.min(gone, idle);
    if (next === NEVER) alarms.clear(`due:${row.id}`);
    else alarms.set(`due:${row.id}`, next, () => this.#due(row.id));
  }

  async #due(id: string): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const draft = await work.find(id);
      if (!draft) return;
      // The clock may have gone back, or somebody wrote: then nothing is due, and the alarm is set anew.
      work.save(draft);
      const { gone, idle } = due(draft.row, this.parts.settings);
      if (gone <= work.now) await this.#gone(work, draft);
      else if (idle <= work.now) await this.#idle(work, draft);
    });
  }

  async #gone(work: Work, draft: Draft): Promise<void> {
    const { row } = draft;
    if (row.goneAt !== null) return endConversation(work, draft, { by: 'system', reason: 'visitor-gone' });
    row.goneAt = work.now;
    await work.append(draft, {
      type: 'status',
      status: 'visitor-gone',
      until: work.now + this.parts.settings.visitorEndMs,
    });
  }

  async #idle(work: Work, draft: Draft): Promise<void> {
    const { row } = draft;
    if (row.warnedAt !== null) return endConversation(work, draft, { by: 'system', reason: 'idle' });
    row.warnedAt = work.now;
    await work.append(draft, {
      type: 'status',
      status: 'idle-warning',
      until: work.now + this.parts.settings.idleEndMs,
    });
  }

  /** An agent's last connection went. */
  agentLeft(agent: string, at: number): void {
    this.parts.alarms.set(`grace:${agent}`, at + this.parts.settings.agentGraceMs, () => this.#giveBack(agent));
  }

  /** They came back in time. */
  agentBack(agent: string): void {
    this.parts.alarms.clear(`grace:${agent}`);
  }

  async #giveBack(id: string): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const agent = await work.tx.agent(id);
      if (!agent || this.parts.presence.agentOnline(id)) return;
      for (const row of await work.tx.attended(id)) await unattend(work, work.adopt(row), agent, 'connection-lost');
      for (const row of await work.tx.active(id)) {
        const draft = work.adopt(row);
        await leave(work, draft, agent, 'connection-lost');
        await enqueue(work, draft, 'head');
      }
    });
  }
}

function due(row: Readonly<ConversationRow>, settings: Settings): Due {
  if (row.phase === 'ended') return { gone: NEVER, idle: NEVER };
  let gone = NEVER;
  if (row.goneAt !== null) gone = row.goneAt + settings.visitorEndMs;
  else if (row.visitorLeftAt !== null) gone = row.visitorLeftAt + settings.visitorGoneMs;
  let idle = NEVER;
  if (row.phase === 'active' && row.warnedAt !== null) idle = row.warnedAt + settings.idleEndMs;
  else if (row.phase === 'active' && settings.idleWarningMs > 0) idle = row.activeAt + settings.idleWarningMs;
  return { gone, idle };
}
