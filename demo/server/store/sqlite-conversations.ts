/** Statements about conversations on SQLite. */
import type { ConversationRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

/** The tables whose rows belong to a conversation. */
const BELONGINGS = ['entries', 'people', 'credentials', 'files', 'surveys'] as const;

const conversations = table<ConversationRow>(
  {
    id: 'plain',
    visitor: 'plain',
    identity: 'plain',
    customer: 'plain',
    keyHash: 'plain',
    parent: 'plain',
    title: 'plain',
    archived: 'flag',
    channel: 'plain',
    addressHash: 'plain',
    profile: 'json',
    userData: 'json',
    userDataChanged: 'flag',
    context: 'json',
    queue: 'plain',
    skills: 'json',
    language: 'plain',
    features: 'json',
    person: 'plain',
    startedAt: 'plain',
    endedAt: 'plain',
    phase: 'plain',
    rev: 'plain',
    staffRev: 'plain',
    head: 'plain',
    publicHead: 'plain',
    agent: 'plain',
    bot: 'plain',
    botHeard: 'plain',
    guest: 'plain',
    contactFields: 'json',
    assigned: 'json',
    caseStatus: 'plain',
    botMisses: 'plain',
    botStream: 'json',
    queuedAt: 'plain',
    queueRank: 'plain',
    queuePosition: 'plain',
    queueWait: 'plain',
    queuedAs: 'plain',
    offerAgent: 'plain',
    offerUntil: 'plain',
    visitorLeftAt: 'plain',
    goneAt: 'plain',
    activeAt: 'plain',
    warnedAt: 'plain',
  },
  ['id'],
);

/** A supervisor who is in a conversation. */
const PRESENT = "role = 'supervisor' and (silent_since is not null or (left_at is null and known = 1))";

type Statements = Pick<
  Tx,
  | 'addConversation'
  | 'saveConversation'
  | 'conversation'
  | 'conversationByKey'
  | 'conversationsOf'
  | 'threadsOf'
  | 'begunIn'
  | 'queue'
  | 'waiting'
  | 'offered'
  | 'running'
  | 'active'
  | 'attended'
  | 'attending'
  | 'endedCount'
  | 'changedSince'
  | 'purgeEnded'
>;

/** Those that came back are served first, and among them the oldest conversation; the others as they came. */
const SERVICE = 'queue_rank, case when queue_rank < 0 then started_at else queued_at end, queued_at, id';

/** See {@link Tx}. */
export function conversationStatements(sql: Sql): Statements {
  const select = `select ${conversations.names} from conversations`;
  const one = (where: string, value: string): ConversationRow | undefined => {
    const raw = sql.first<Raw>(`${select} where ${where} = ?`, [value]);
    return raw && conversations.row(raw);
  };
  const count = (where: string, ...values: string[]): number =>
    sql.first<{ n: number }>(`select count(*) as n from conversations where ${where}`, values)?.n ?? 0;
  return {
    async addConversation(row) {
      sql.run(
        `insert into conversations (${conversations.names}) values (${conversations.placeholders})`,
        conversations.values(row),
      );
    },
    async saveConversation(row) {
      sql.run(`update conversations set ${conversations.assignments} where id = ?`, [
        ...conversations.changes(row),
        row.id,
      ]);
    },
    conversation: async (id) => one('id', id),
    conversationByKey: async (keyHash) => one('key_hash', keyHash),
    async conversationsOf(identity, limit) {
      return sql
        .all<Raw>(`${select} where identity = ? order by started_at desc, id limit ?`, [identity, limit])
        .map(conversations.row);
    },
    async threadsOf(identity, { limit, before }) {
      const [where, values] = before
        ? [' and (active_at < ? or (active_at = ? and id > ?))', [before.at, before.at, before.id]]
        : ['', []];
      return sql
        .all<Raw>(`${select} where identity = ?${where} order by active_at desc, id limit ?`, [
          identity,
          ...values,
          limit,
        ])
        .map(conversations.row);
    },
    async begunIn(parent) {
      return sql.all<Raw>(`${select} where parent = ? order by started_at, id`, [parent]).map(conversations.row);
    },
    async queue(limit = -1) {
      return sql
        .all<Raw>(`${select} where phase = 'queued' order by ${SERVICE} limit ?`, [limit])
        .map(conversations.row);
    },
    async waiting({ except = '', queue } = {}) {
      if (queue === undefined) return count("phase = 'queued' and id <> ?", except);
      return count("phase = 'queued' and id <> ? and queue = ?", except, queue);
    },
    async offered(agent) {
      return sql
        .all<Raw>(`${select} where phase = 'queued' and offer_agent = ? order by ${SERVICE}`, [agent])
        .map(conversations.row);
    },
    async running(kind, value) {
      if (kind === 'visitor') return count("visitor = ? and phase <> 'ended'", value);
      // One by one, so that each looks at those that run and not at all that are kept.
      return (
        count("phase = 'queued' and address_hash = ?", value) + count("phase = 'active' and address_hash = ?", value)
      );
    },
    async active(agent) {
      const rows =
        agent === undefined
          ? sql.all<Raw>(`${select} where phase = 'active' order by started_at, id`)
          : sql.all<Raw>(`${select} where phase = 'active' and agent = ? order by started_at, id`, [agent]);
      return rows.map(conversations.row);
    },
    async attended(supervisor) {
      const inside = `id in (select conversation from people where id = ? and ${PRESENT})`;
      return sql
        .all<Raw>(`${select} where phase <> 'ended' and agent is not ? and ${inside} order by started_at, id`, [
          supervisor,
          supervisor,
        ])
        .map(conversations.row);
    },
    async attending() {
      const query = `select distinct people.id as id from people join conversations on conversations.id = conversation
        where ${PRESENT} and phase <> 'ended' and agent is not people.id order by people.id`;
      return sql.all<{ id: string }>(query).map(({ id }) => id);
    },
    async endedCount() {
      return sql.first<{ n: number }>("select count(*) as n from conversations where phase = 'ended'")?.n ?? 0;
    },
    async changedSince(ids, rev) {
      return ids.flatMap((id) => {
        const row = one('id', id);
        return row && row.rev > rev ? [row] : [];
      });
    },
    async purgeEnded(time, limit) {
      const ids = sql
        .all<{ id: string }>(
          "select id from conversations where phase = 'ended' and ended_at < ? order by ended_at limit ?",
          [time, limit],
        )
        .map(({ id }) => id);
      for (const id of ids) {
        for (const name of BELONGINGS) sql.run(`delete from ${name} where conversation = ?`, [id]);
        sql.run('delete from conversations where id = ?', [id]);
      }
      // Nobody is known longer than the last conversation with them.
      if (ids.length > 0)
        sql.run(
          `delete from customers where key not in (select case when identity is not null then 'customer ' || identity
             when guest is not null then 'guest ' || guest else 'visitor ' || visitor end from conversations)`,
        );
      return ids;
    },
  };
}
