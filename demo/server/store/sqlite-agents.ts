/** Statements about accounts and sessions on SQLite. */
import type { AgentRow, SessionRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';

/** See {@link Tx}. */
export function agentStatements(
  sql: Sql,
): Pick<
  Tx,
  'agents' | 'agent' | 'agentByName' | 'saveAgent' | 'saveSession' | 'session' | 'dropSession' | 'dropSessionsOf'
> {
  const agents = table<AgentRow>(
    {
      id: 'plain',
      name: 'plain',
      password: 'plain',
      role: 'plain',
      capacity: 'plain',
      presence: 'plain',
      missed: 'plain',
      assignedAt: 'plain',
      queues: 'json',
      skills: 'json',
      disabled: 'flag',
    },
    ['id'],
  );
  const sessions = table<SessionRow>({ hash: 'plain', agent: 'plain', createdAt: 'plain', expiresAt: 'plain' }, [
    'hash',
  ]);
  const one = (where: string, value: string): AgentRow | undefined => {
    const raw = sql.first<Raw>(`select ${agents.names} from agents where ${where} = ?`, [value]);
    return raw && agents.row(raw);
  };
  return {
    async agents() {
      return sql.all<Raw>(`select ${agents.names} from agents order by name`).map(agents.row);
    },
    agent: async (id) => one('id', id),
    agentByName: async (name) => one('name', name),
    async saveAgent(row) {
      sql.run(
        `insert into agents (${agents.names}) values (${agents.placeholders}) on conflict (id) do update set ${agents.assignments}`,
        [...agents.values(row), ...agents.changes(row)],
      );
    },
    async saveSession(row) {
      sql.run(
        `insert or replace into sessions (${sessions.names}) values (${sessions.placeholders})`,
        sessions.values(row),
      );
    },
    async session(hash) {
      const raw = sql.first<Raw>(`select ${sessions.names} from sessions where hash = ?`, [hash]);
      return raw && sessions.row(raw);
    },
    async dropSession(hash) {
      sql.run('delete from sessions where hash = ?', [hash]);
    },
    async dropSessionsOf(agent) {
      sql.run('delete from sessions where agent = ?', [agent]);
    },
  };
}
