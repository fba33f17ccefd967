/** Statements about what has to be told to others, on SQLite. */
import type { OutgoingRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

const rows = table<OutgoingRow>(
  { id: 'plain', kind: 'plain', receiver: 'plain', body: 'json', dueAt: 'plain', tries: 'plain' },
  ['id'],
);

/** See {@link Tx}. */
export function outgoingStatements(sql: Sql): Pick<Tx, 'addOutgoing' | 'saveOutgoing' | 'dropOutgoing' | 'outgoing'> {
  const { names } = rows;
  return {
    async addOutgoing(row) {
      sql.run(`insert into outgoing (${names}) values (${rows.placeholders})`, rows.values(row));
    },
    async saveOutgoing(row) {
      sql.run(`update outgoing set ${rows.assignments} where id = ?`, [...rows.changes(row), row.id]);
    },
    async dropOutgoing(id) {
      sql.run('delete from outgoing where id = ?', [id]);
    },
    async outgoing(limit) {
      return sql.all<Raw>(`select ${names} from outgoing order by due_at, id limit ?`, [limit]).map(rows.row);
    },
  };
}
