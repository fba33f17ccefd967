/**
 * What has to be told to others than those who chat. It is written in the transaction that made it happen, so nothing is
 * told that was not stored, and nothing that was stored is not told; it is tried again until it is taken, or too old.
 */
import type { Alarms } from '../core/alarms.js';
import { reasonOf } from '../core/fault.js';
import type { Clock, Log, Random } from '../core/ports.js';
import type { Commit } from '../core/work.js';
import type { OutgoingRow, Store, Tx } from '../store/port.js';
import { happeningsOf, type Happening } from './happenings.js';
import { leftLetter, Mailer, transcriptLetters, type Letter, type MailConfig } from './mail.js';
import { post, webhookFrom, type Webhook, type WebhookConfig } from './webhooks.js';

/** What is told, and to whom. */
export interface HooksConfig {
  readonly webhooks?: readonly WebhookConfig[] | undefined;
  readonly mail?: MailConfig | undefined;
}

/** What it stands on. */
export interface OutgoingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly alarms: Alarms;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long after each failure it is tried again; after the last it is given up. */
const WAITS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE];

/** How many are tried at a time. */
const BATCH = 20;

/** As much of a conversation as fits into a mail. */
const MOST_ENTRIES = 2000;

const NAME = 'outgoing';

/** See the module. */
export class Outgoing {
  readonly #webhooks: readonly Webhook[];
  readonly #mailer: Mailer | undefined;
  /** One flush at a time: two would tell everything twice. */
  #running = false;
  #dirty = false;

  constructor(
    private readonly parts: OutgoingParts,
    private readonly config: HooksConfig,
  ) {
    this.#webhooks = (config.webhooks ?? []).map(webhookFrom);
    this.#mailer = config.mail && new Mailer(config.mail);
  }

  /** Takes up what an earlier process has left. */
  start(): void {
    this.wake();
  }

  /** There may be something to tell. */
  wake(): void {
    this.#dirty = true;
    if (!this.#running) this.parts.alarms.soon(NAME, 0, () => this.#run());
  }

  stop(): void {
    this.#mailer?.close();
  }

  /** Writes down what a commit makes necessary, in its transaction. */
  async note(tx: Tx, commit: Commit, now: number): Promise<void> {
    if (this.#webhooks.length === 0 && !this.#mailer) return;
    const add = (kind: OutgoingRow['kind'], receiver: string, body: unknown): Promise<void> =>
      tx.addOutgoing({ id: this.parts.random.id(), kind, receiver, body, dueAt: now, tries: 0 });
    for (const happening of happeningsOf(commit, now))
      for (const { url, events } of this.#webhooks)
        if (events.has(happening.type)) await add('webhook', url, happening);
    for (const letter of await this.#letters(tx, commit)) await add('mail', letter.to, letter);
  }

  async #letters(tx: Tx, { left, changes }: Commit): Promise<readonly Letter[]> {
    const { mail } = this.config;
    if (!mail) return [];
    const letters = left.map((message) => leftLetter(mail, message));
    if (mail.transcripts)
      for (const { before, after } of changes)
        if (after.phase === 'ended' && before?.phase !== 'ended') {
          const entries = await tx.entries(after.id, { after: 0, limit: MOST_ENTRIES, audiences: ['all'] });
          letters.push(...transcriptLetters(mail, after, entries));
        }
    return letters;
  }

  /** Tries what is due, and comes back when more is. */
  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (;;) {
        this.#dirty = false;
        const next = await this.#flush();
        if (this.#dirty) continue;
        if (next !== undefined) this.parts.alarms.set(NAME, next, () => this.#run());
        return;
      }
    } finally {
      this.#running = false;
    }
  }

  /** Tries what is due; resolves with when the next one is. */
  async #flush(): Promise<number | undefined> {
    const { store, clock } = this.parts;
    for (;;) {
      const rows = await store.read((tx) => tx.outgoing(BATCH));
      const due = rows.filter(({ dueAt }) => dueAt <= clock.now());
      if (due.length === 0) return rows[0]?.dueAt;
      await Promise.all(due.map((row) => this.#try(row)));
    }
  }

  async #try(row: OutgoingRow): Promise<void> {
    const { store, clock, log } = this.parts;
    const failed = await this.#tell(row).then(
      () => undefined,
      (error: unknown) => reasonOf(error),
    );
    const wait = WAITS[row.tries];
    if (failed === undefined || wait === undefined) {
      if (failed !== undefined) log('error', 'outgoing-given-up', { kind: row.kind, reason: failed });
      return store.transact((tx) => tx.dropOutgoing(row.id));
    }
    log('warn', 'outgoing-failed', { kind: row.kind, reason: failed, tries: row.tries + 1 });
    await store.transact((tx) => tx.saveOutgoing({ ...row, tries: row.tries + 1, dueAt: clock.now() + wait }));
  }

  async #tell(row: OutgoingRow): Promise<void> {
    if (row.kind === 'mail') return this.#mailer?.send(row.body as Letter, row.id);
    const webhook = this.#webhooks.find(({ url }) => url === row.receiver);
    // One that was taken out of the configuration is told nothing more.
    if (webhook) await post(webhook, row.id, row.body as Happening, this.parts.clock.now());
  }
}
