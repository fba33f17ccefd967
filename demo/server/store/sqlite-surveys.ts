/** Statements about surveys on SQLite. */
import type { SurveyRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

const surveys = table<SurveyRow>(
  { id: 'plain', conversation: 'plain', askedAt: 'plain', rating: 'plain', comment: 'plain' },
  ['id'],
);

/** See {@link Tx}. */
export function surveyStatements(sql: Sql): Pick<Tx, 'saveSurvey' | 'survey'> {
  return {
    async saveSurvey(row) {
      sql.run(
        `insert or replace into surveys (${surveys.names}) values (${surveys.placeholders})`,
        surveys.values(row),
      );
    },
    async survey(id) {
      const raw = sql.first<Raw>(`select ${surveys.names} from surveys where id = ?`, [id]);
      return raw && surveys.row(raw);
    },
  };
}
