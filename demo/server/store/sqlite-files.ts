/** Statements about files on SQLite. Only what is known of a file is here; its bytes are not. */
import type { FileRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

const files = table<FileRow>(
  {
    id: 'plain',
    conversation: 'plain',
    uploader: 'plain',
    clientId: 'plain',
    addressHash: 'plain',
    name: 'plain',
    claimed: 'plain',
    size: 'plain',
    received: 'plain',
    type: 'plain',
    state: 'plain',
    code: 'plain',
    entry: 'plain',
    createdAt: 'plain',
    touchedAt: 'plain',
  },
  ['id'],
);

type Statements = Pick<
  Tx,
  | 'addFile'
  | 'saveFile'
  | 'file'
  | 'fileByClientId'
  | 'dropFile'
  | 'fileUse'
  | 'addressUse'
  | 'staleFiles'
  | 'filesWithBytes'
>;

/** See {@link Tx}. */
export function fileStatements(sql: Sql): Statements {
  const select = `select ${files.names} from files`;
  const first = (where: string, values: (string | number)[]): FileRow | undefined => {
    const raw = sql.first<Raw>(`${select} where ${where}`, values);
    return raw && files.row(raw);
  };
  return {
    async addFile(row) {
      sql.run(`insert into files (${files.names}) values (${files.placeholders})`, files.values(row));
    },
    async saveFile(row) {
      sql.run(`update files set ${files.assignments} where id = ?`, [...files.changes(row), row.id]);
    },
    file: async (id) => first('id = ?', [id]),
    fileByClientId: async (conversation, uploader, clientId) =>
      first('conversation = ? and uploader = ? and client_id = ?', [conversation, uploader, clientId]),
    async dropFile(id) {
      sql.run('delete from files where id = ?', [id]);
    },
    async fileUse(conversation, uploader) {
      const query = `select count(*) as count, coalesce(sum(size), 0) as bytes,
          count(case when entry is null then 1 end) as unsent
        from files where conversation = ? and uploader = ? and state <> 'refused'`;
      const row = sql.first<{ count: number; bytes: number; unsent: number }>(query, [conversation, uploader]);
      return { count: row?.count ?? 0, bytes: row?.bytes ?? 0, unsent: row?.unsent ?? 0 };
    },
    async addressUse(addressHash, since) {
      const query =
        "select coalesce(sum(size), 0) as bytes from files where address_hash = ? and created_at > ? and state <> 'refused'";
      return sql.first<{ bytes: number }>(query, [addressHash, since])?.bytes ?? 0;
    },
    async staleFiles(before, limit) {
      // What was not sent when the conversation ended can't be sent any more.
      const where = `entry is null and (touched_at < ? or exists
        (select 1 from conversations where id = files.conversation and phase = 'ended' and ended_at < ?))`;
      return sql
        .all<{ id: string }>(`select id from files where ${where} limit ?`, [before, before, limit])
        .map(({ id }) => id);
    },
    async filesWithBytes(ids) {
      return new Set(
        ids.filter((id) => sql.first("select 1 from files where id = ? and state <> 'refused'", [id]) !== undefined),
      );
    },
  };
}
