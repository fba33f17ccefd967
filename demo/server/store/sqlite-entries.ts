/** Statements about the log on SQLite. */
import type { Audience, EntryBody, EntryRow, Tx } from './port.js';
import type { Raw } from './columns.js';
import type { Sql } from './sql.js';

type Statements = Pick<
  Tx,
  | 'addEntry'
  | 'entryByClientId'
  | 'entries'
  | 'previous'
  | 'latest'
  | 'choiceOf'
  | 'reviseEntry'
  | 'editsOf'
  | 'messagesAfter'
  | 'lastMessage'
  | 'messagesTo'
>;

/** See {@link Tx}. */
export function entryStatements(sql: Sql): Statements {
  const select = 'select conversation, seq, at, audience, sender, client_id, body from entries';
  const first = (where: string, values: (string | number)[]): EntryRow | undefined => {
    const raw = sql.first<Raw>(`${select} where ${where}`, values);
    return raw && entryOf(raw);
  };
  return {
    async addEntry({ conversation, seq, at, audience, sender, clientId, body }) {
      sql.run(
        'insert into entries (conversation, seq, at, type, audience, sender, client_id, body) values (?, ?, ?, ?, ?, ?, ?, ?)',
        [conversation, seq, at, body.type, audience, sender, clientId, JSON.stringify(body)],
      );
    },
    entryByClientId: async (conversation, sender, clientId) =>
      first('conversation = ? and sender = ? and client_id = ?', [conversation, sender, clientId]),
    async entries(conversation, range) {
      const visible = `conversation = ? and audience in (${quoted(range.audiences)})`;
      if ('after' in range) {
        return sql
          .all<Raw>(`${select} where ${visible} and seq > ? order by seq limit ?`, [
            conversation,
            range.after,
            range.limit,
          ])
          .map(entryOf);
      }
      const rows = sql.all<Raw>(`${select} where ${visible} and seq < ? order by seq desc limit ?`, [
        conversation,
        range.before,
        range.limit,
      ]);
      return rows.map(entryOf).reverse();
    },
    async previous(conversation, seq, audiences) {
      const query = `select max(seq) as seq from entries where conversation = ? and audience in (${quoted(audiences)}) and seq < ?`;
      return sql.first<{ seq: number | null }>(query, [conversation, seq])?.seq ?? 0;
    },
    latest: async (conversation, type) =>
      first('conversation = ? and type = ? order by seq desc limit 1', [conversation, type]),
    choiceOf: async (conversation, seq) =>
      first(`conversation = ? and seq > ? and type = 'message' and json_extract(body, '$.choice.of') = ? limit 1`, [
        conversation,
        seq,
        seq,
      ]),
    async reviseEntry({ conversation, seq, body }) {
      sql.run('update entries set type = ?, body = ? where conversation = ? and seq = ?', [
        body.type,
        JSON.stringify(body),
        conversation,
        seq,
      ]);
    },
    editsOf: async (conversation, seq) =>
      sql
        .all<Raw>(`${select} where conversation = ? and seq > ? and type = 'edit' and json_extract(body, '$.of') = ?`, [
          conversation,
          seq,
          seq,
        ])
        .map(entryOf),
    lastMessage: async (conversation) =>
      first("conversation = ? and type = 'message' and audience = 'all' order by seq desc limit 1", [conversation]),
    async messagesTo(conversation, person, seq) {
      const query = `select count(*) as n from entries
        where conversation = ? and seq > ? and type = 'message' and audience = 'all' and json_extract(body, '$.from.id') <> ?`;
      return sql.first<{ n: number }>(query, [conversation, seq, person])?.n ?? 0;
    },
    async messagesAfter(conversation, sender, seq) {
      const query =
        "select count(*) as n from entries where conversation = ? and sender = ? and type = 'message' and seq > ?";
      return sql.first<{ n: number }>(query, [conversation, sender, seq])?.n ?? 0;
    },
  };
}

/** The audiences are our own two words, never input. */
function quoted(audiences: readonly Audience[]): string {
  return audiences.map((audience) => `'${audience}'`).join(', ');
}

function entryOf(raw: Raw): EntryRow {
  return {
    conversation: raw['conversation'] as string,
    seq: raw['seq'] as number,
    at: raw['at'] as number,
    audience: raw['audience'] as Audience,
    sender: raw['sender'] as string | null,
    clientId: raw['client_id'] as string | null,
    body: JSON.parse(raw['body'] as string) as EntryBody,
  };
}
