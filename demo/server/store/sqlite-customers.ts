/** Statements about customers on SQLite. */
import type { CustomerRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

const customers = table<CustomerRow>({ key: 'plain', name: 'plain', fields: 'json' }, ['key']);

/** See {@link Tx}. */
export function customerStatements(sql: Sql): Pick<Tx, 'saveCustomer' | 'customer'> {
  return {
    async saveCustomer(row) {
      sql.run(
        `insert or replace into customers (${customers.names}) values (${customers.placeholders})`,
        customers.values(row),
      );
    },
    async customer(key) {
      const raw = sql.first<Raw>(`select ${customers.names} from customers where key = ?`, [key]);
      return raw && customers.row(raw);
    },
  };
}
