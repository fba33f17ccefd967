/** Looks over the shoulder of one page: notes what it takes, and what it shows that must never be shown. */
import type { Entry } from '../../src/session/model/types.js';
import type { Page } from '../helpers/visitor.js';
import type { Ledger, Screen } from './ledger.js';

/** What is known of the truth while it happens. */
export type Truth = {
  /** Whether a text has been committed. */
  readonly committed: { has(text: string): boolean };
  /** Every conversation that any page has ever had. */
  readonly remoteIds: { add(id: string): unknown };
};

/** Notes what happens on a page from now on. */
export function watch(page: Page, { committed, remoteIds }: Truth, ledger: Ledger): void {
  const told = new Set<string>();
  const once = (what: string): void => {
    if (told.has(what)) ledger.remark(`told twice: ${what}`);
    told.add(what);
  };
  let drafts: readonly string[] = [];
  page.chat.subscribe((state, facts) => {
    const before = drafts;
    drafts = Object.values(state.view.drafts).flatMap((draft) => draft.split('\n'));
    // It stands in the composer again: whoever writes there has seen it.
    for (const text of drafts) if (!before.includes(text) && ledger.promised.includes(text)) ledger.giveBack(text);
    for (const { remoteId, pending } of Object.values(state.conversations)) {
      if (remoteId !== undefined) remoteIds.add(remoteId);
      for (const { text, status } of pending) {
        if (status === 'sent' && !committed.has(text)) ledger.remark(`"${text}" is shown as sent before its commit`);
        if (status === 'failed') ledger.giveBack(text);
        // Where the store fails the page says so, and promises nothing beyond its own life.
        const safe = status === 'queued' || status === 'sending' || status === 'sent';
        if (safe && state.storage === 'durable') ledger.keep(text);
      }
    }
    for (const fact of facts) {
      if (fact.type === 'received') for (const entry of fact.entries) once(`entry ${fact.key} ${entry.seq}`);
      else if (fact.type === 'sent') once(`sent ${fact.clientId}`);
      else if (fact.type === 'ended') once(`end ${fact.key}`);
    }
  });
}

/** What somebody can read on a page. */
export function screenOf(name: string, page: Page): Screen {
  const { connection, conversations, view } = page.state;
  const idle = connection.status === 'offline' && (connection.reason ?? 'idle') === 'idle';
  const all = Object.values(conversations);
  const pending = all.flatMap((conversation) => conversation.pending);
  return {
    name,
    shown: new Map(
      all.flatMap(({ remoteId, log }) =>
        remoteId === undefined
          ? []
          : [[remoteId, { from: log.older ? log.first : 0, texts: log.entries.flatMap(textOf) }] as const],
      ),
    ),
    waiting: pending.filter(({ status }) => status !== 'failed').map(({ text }) => text),
    returned: [
      ...pending.filter(({ status }) => status === 'failed').map(({ text }) => text),
      ...Object.values(view.drafts).flatMap((draft) => draft.split('\n')),
    ],
    complaints: connection.status === 'online' || idle ? [] : [`is ${connection.status} (${connection.reason ?? ''})`],
  };
}

const textOf = (entry: Entry): string[] => (entry.type === 'message' ? [entry.text] : []);
