/** Statements about messages that were left on SQLite. */
import type { LeftMessageRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

const messages = table<LeftMessageRow>(
  {
    id: 'plain',
    at: 'plain',
    channel: 'plain',
    queue: 'plain',
    customer: 'plain',
    name: 'plain',
    email: 'plain',
    text: 'plain',
    context: 'json',
    language: 'plain',
    handledAt: 'plain',
    handledBy: 'plain',
  },
  ['id'],
);

/** See {@link Tx}. */
export function leftMessageStatements(
  sql: Sql,
): Pick<Tx, 'addLeftMessage' | 'leftMessage' | 'saveLeftMessage' | 'leftMessages' | 'purgeLeftMessages'> {
  const select = `select ${messages.names} from left_messages`;
  const one = (id: string): LeftMessageRow | undefined => {
    const raw = sql.first<Raw>(`${select} where id = ?`, [id]);
    return raw && messages.row(raw);
  };
  return {
    async addLeftMessage(row) {
      sql.run(
        `insert or ignore into left_messages (${messages.names}) values (${messages.placeholders})`,
        messages.values(row),
      );
      return one(row.id)?.at ?? row.at;
    },
    leftMessage: async (id) => one(id),
    async saveLeftMessage(row) {
      sql.run(`update left_messages set ${messages.assignments} where id = ?`, [...messages.changes(row), row.id]);
    },
    async leftMessages(limit) {
      return sql.all<Raw>(`${select} where handled_at is null order by at, id limit ?`, [limit]).map(messages.row);
    },
    async purgeLeftMessages(before) {
      sql.run('delete from left_messages where at < ?', [before]);
    },
  };
}
