/** One transaction of the service: reads rows once, appends entries, and gathers what has to be told after the commit. */
import type {
  AgentRow,
  Audience,
  ConversationRow,
  EntryBody,
  EntryRow,
  LeftMessageRow,
  PersonRow,
  Tx,
} from '../store/port.js';
import type { Surveys } from './surveys.js';

/** A conversation in a transaction. Change `row` and say so with {@link Work.save} or {@link Work.touch}. */
export interface Draft {
  readonly row: ConversationRow;
  /** As it was; undefined for a new one. */
  readonly before: Readonly<ConversationRow> | undefined;
  readonly appended: Appended[];
  saved: boolean;
  /** Whose registers changed: everybody's, or the agents' side's alone. */
  touched: Audience | undefined;
  /** Who is to hear of the registers, once a change of them is settled; and everybody in the conversation then. */
  told: Audience | undefined;
  people: readonly PersonRow[] | undefined;
}

/** An entry just stored, with the entries before it as each side sees them. */
export interface Appended {
  readonly entry: EntryRow;
  readonly prev: { readonly visitor: number; readonly staff: number };
  readonly rev: number;
}

/** What a transaction did to one conversation. */
export interface Change {
  readonly before: Readonly<ConversationRow> | undefined;
  readonly after: Readonly<ConversationRow>;
  readonly appended: readonly Appended[];
  /** Everybody in it, when the registers changed otherwise than by new entries. */
  readonly people: readonly PersonRow[] | undefined;
  /** Who is to hear of that. */
  readonly told: Audience | undefined;
}

/** What a transaction did. */
export interface Commit {
  readonly changes: readonly Change[];
  readonly agentsChanged: boolean;
  /** A message was left, or seen to. */
  readonly messagesChanged: boolean;
  /** Those that were left. */
  readonly left: readonly LeftMessageRow[];
}

/** Options of an entry. */
export interface EntryOptions {
  readonly audience?: Audience;
  readonly sender?: string;
  readonly clientId?: string;
}

/** See the module. */
export class Work {
  readonly #drafts = new Map<string, Draft>();
  #agentsChanged = false;
  #messagesChanged = false;
  readonly #left: LeftMessageRow[] = [];

  constructor(
    readonly tx: Tx,
    readonly now: number,
    readonly surveys?: Surveys,
  ) {}

  async find(id: string): Promise<Draft | undefined> {
    const known = this.#drafts.get(id);
    if (known) return known;
    const row = await this.tx.conversation(id);
    return row && this.adopt(row);
  }

  /** Makes a draft of a row that the transaction has read. */
  adopt(row: ConversationRow): Draft {
    const known = this.#drafts.get(row.id);
    if (known) return known;
    const draft: Draft = {
      row,
      before: { ...row },
      appended: [],
      saved: false,
      touched: undefined,
      told: undefined,
      people: undefined,
    };
    this.#drafts.set(row.id, draft);
    return draft;
  }

  async add(row: ConversationRow): Promise<Draft> {
    const draft: Draft = {
      row,
      before: undefined,
      appended: [],
      saved: true,
      touched: 'all',
      told: undefined,
      people: undefined,
    };
    this.#drafts.set(row.id, draft);
    await this.tx.addConversation(row);
    return draft;
  }

  /** The row changed in something that no client sees. */
  save(draft: Draft): void {
    draft.saved = true;
  }

  /** The registers changed, for everybody or only as the agents' side sees them. */
  touch(draft: Draft, audience: Audience = 'all'): void {
    if (draft.touched !== 'all') draft.touched = audience;
  }

  /** Puts an entry at the end of the log. */
  async append(draft: Draft, body: EntryBody, options: EntryOptions = {}): Promise<EntryRow> {
    const { row } = draft;
    const audience = options.audience ?? 'all';
    const prev = { visitor: row.publicHead, staff: row.head };
    const seq = row.head + 1;
    const entry: EntryRow = {
      conversation: row.id,
      seq,
      at: this.now,
      audience,
      sender: options.sender ?? null,
      clientId: options.clientId ?? null,
      body,
    };
    await this.tx.addEntry(entry);
    row.head = seq;
    if (audience === 'all') {
      row.publicHead = seq;
      row.rev = await this.tx.bumpRev(row.visitor);
    } else row.staffRev += 1;
    draft.saved = true;
    draft.appended.push({ entry, prev, rev: row.rev });
    return entry;
  }

  async savePerson(draft: Draft, person: PersonRow, audience: Audience = 'all'): Promise<void> {
    await this.tx.savePerson(person);
    this.touch(draft, audience);
  }

  /** An account changed in something that desks show. */
  async saveAgent(agent: AgentRow): Promise<void> {
    await this.tx.saveAgent(agent);
    this.#agentsChanged = true;
  }

  /** A message was left. */
  left(message: LeftMessageRow): void {
    this.#left.push(message);
    this.#messagesChanged = true;
  }

  /** One was seen to. */
  messagesChanged(): void {
    this.#messagesChanged = true;
  }

  /** Gives the changed registers their version now, so that an answer can carry them as they will be after the commit. */
  async settle(draft: Draft): Promise<readonly PersonRow[]> {
    const { row } = draft;
    if (!draft.touched) return this.tx.people(row.id);
    if (draft.touched === 'all') row.rev = await this.tx.bumpRev(row.visitor);
    else row.staffRev += 1;
    draft.saved = true;
    draft.told = draft.touched === 'all' ? 'all' : (draft.told ?? 'staff');
    draft.touched = undefined;
    draft.people = await this.tx.people(row.id);
    return draft.people;
  }

  /** Writes what was changed and says what has to be told. Called once, at the end of the transaction. */
  async finish(): Promise<Commit> {
    const changes: Change[] = [];
    for (const draft of this.#drafts.values()) {
      if (draft.touched) await this.settle(draft);
      if (!draft.saved) continue;
      await this.tx.saveConversation(draft.row);
      changes.push({
        before: draft.before,
        after: draft.row,
        appended: draft.appended,
        people: draft.people,
        told: draft.told,
      });
    }
    return { changes, agentsChanged: this.#agentsChanged, messagesChanged: this.#messagesChanged, left: this.#left };
  }
}
