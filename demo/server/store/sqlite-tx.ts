/** The statements of the port on SQLite. Each group of methods is a plain object; together they are the {@link Tx}. */
import type { CredentialRow, PersonRow, Tx } from './port.js';
import { table, type Raw } from './columns.js';
import type { Sql } from './sql.js';
import { agentStatements } from './sqlite-agents.js';
import { conversationStatements } from './sqlite-conversations.js';
import { entryStatements } from './sqlite-entries.js';
import { customerStatements } from './sqlite-customers.js';
import { fileStatements } from './sqlite-files.js';
import { leftMessageStatements } from './sqlite-left-messages.js';
import { outgoingStatements } from './sqlite-outgoing.js';
import { surveyStatements } from './sqlite-surveys.js';

/** All statements over one connection. */
export function sqliteTx(sql: Sql): Tx {
  return {
    ...visitorStatements(sql),
    ...conversationStatements(sql),
    ...entryStatements(sql),
    ...peopleStatements(sql),
    ...credentialStatements(sql),
    ...fileStatements(sql),
    ...agentStatements(sql),
    ...leftMessageStatements(sql),
    ...outgoingStatements(sql),
    ...surveyStatements(sql),
    ...customerStatements(sql),
    ...otherStatements(sql),
  };
}

function visitorStatements(sql: Sql): Pick<Tx, 'addVisitor' | 'bumpRev' | 'revs' | 'mergeVisitors'> {
  return {
    async addVisitor(id, at) {
      sql.run('insert into visitors (id, rev, created_at) values (?, 0, ?)', [id, at]);
    },
    async bumpRev(visitor) {
      const row = sql.first<{ rev: number }>('update visitors set rev = rev + 1 where id = ? returning rev', [visitor]);
      if (!row) throw new Error('no such visitor');
      return row.rev;
    },
    async revs(visitors) {
      const found = new Map<string, number>();
      for (const id of visitors) {
        const row = sql.first<{ rev: number }>('select rev from visitors where id = ?', [id]);
        if (row) found.set(id, row.rev);
      }
      return found;
    },
    async mergeVisitors(from, to) {
      sql.run('update visitors set rev = 1 + max(rev, (select rev from visitors where id = ?)) where id = ?', [
        from,
        to,
      ]);
      sql.run('update conversations set visitor = ? where visitor = ?', [to, from]);
      sql.run('delete from visitors where id = ?', [from]);
    },
  };
}

function peopleStatements(sql: Sql): Pick<Tx, 'people' | 'peopleOf' | 'person' | 'savePerson'> {
  const people = table<PersonRow>(
    {
      conversation: 'plain',
      id: 'plain',
      role: 'plain',
      name: 'plain',
      avatar: 'plain',
      joinedAt: 'plain',
      leftAt: 'plain',
      connected: 'flag',
      silentSince: 'plain',
      known: 'flag',
      delivered: 'plain',
      seen: 'plain',
    },
    ['conversation', 'id'],
  );
  const select = `select ${people.names} from people where conversation = ?`;
  const order = "order by joined_at, role <> 'visitor', id";
  return {
    async people(conversation) {
      return sql.all<Raw>(`${select} ${order}`, [conversation]).map(people.row);
    },
    async peopleOf(ids) {
      // One text for any number of ids, so that the statement is prepared once.
      const many = `select ${people.names} from people where conversation in (select value from json_each(?)) ${order}`;
      const found = new Map<string, PersonRow[]>(ids.map((id) => [id, []]));
      for (const row of sql.all<Raw>(many, [JSON.stringify(ids)]).map(people.row))
        found.get(row.conversation)?.push(row);
      return found;
    },
    async person(conversation, id) {
      const raw = sql.first<Raw>(`${select} and id = ?`, [conversation, id]);
      return raw && people.row(raw);
    },
    async savePerson(row) {
      sql.run(`insert or replace into people (${people.names}) values (${people.placeholders})`, people.values(row));
    },
  };
}

function credentialStatements(
  sql: Sql,
): Pick<Tx, 'addCredential' | 'credential' | 'saveCredential' | 'trimCredentials' | 'shortenCredentials'> {
  const credentials = table<CredentialRow>(
    { hash: 'plain', conversation: 'plain', createdAt: 'plain', expiresAt: 'plain' },
    ['hash'],
  );
  return {
    async addCredential(row) {
      sql.run(
        `insert into credentials (${credentials.names}) values (${credentials.placeholders})`,
        credentials.values(row),
      );
    },
    async credential(hash) {
      const raw = sql.first<Raw>(`select ${credentials.names} from credentials where hash = ?`, [hash]);
      return raw && credentials.row(raw);
    },
    async saveCredential(row) {
      sql.run(`update credentials set ${credentials.assignments} where hash = ?`, [
        ...credentials.changes(row),
        row.hash,
      ]);
    },
    async trimCredentials(conversation, keep, also = '') {
      sql.run(
        `delete from credentials where conversation = ? and hash <> ? and hash not in
           (select hash from credentials where conversation = ? order by created_at desc, expires_at desc limit ?)`,
        [conversation, also, conversation, keep],
      );
    },
    async shortenCredentials(conversation, madeUntil, expiresAt) {
      sql.run('update credentials set expires_at = ? where conversation = ? and created_at <= ? and expires_at > ?', [
        expiresAt,
        conversation,
        madeUntil,
        expiresAt,
      ]);
    },
  };
}

function otherStatements(
  sql: Sql,
): Pick<Tx, 'addBlock' | 'blockedUntil' | 'addWait' | 'waits' | 'purgeExpired' | 'setting' | 'saveSetting'> {
  return {
    async addBlock(kind, value, until) {
      sql.run('insert or replace into blocks (kind, value, until) values (?, ?, ?)', [kind, value, until]);
    },
    async blockedUntil(kind, value, now) {
      return sql.first<{ until: number }>('select until from blocks where kind = ? and value = ? and until > ?', [
        kind,
        value,
        now,
      ])?.until;
    },
    async addWait(queue, at, position, wait) {
      sql.run('insert into waits (queue, at, position, wait) values (?, ?, ?, ?)', [queue, at, position, wait]);
    },
    async waits(queue, since, limit) {
      const rows = sql.all<{ position: number; wait: number }>(
        'select position, wait from waits where queue = ? and at >= ? order by at desc limit ?',
        [queue, since, limit],
      );
      return rows.map(({ position, wait }) => ({ position, wait }));
    },
    async purgeExpired(now) {
      sql.run('delete from credentials where expires_at <= ?', [now]);
      sql.run('delete from sessions where expires_at <= ?', [now]);
      sql.run('delete from blocks where until <= ?', [now]);
      sql.run('delete from waits where at < ?', [now - WAITS_KEPT]);
      sql.run('delete from visitors where created_at < ? and id not in (select visitor from conversations)', [
        now - WAITS_KEPT,
      ]);
    },
    async setting(name) {
      return sql.first<{ value: string }>('select value from settings where name = ?', [name])?.value;
    },
    async saveSetting(name, value) {
      sql.run('insert or replace into settings (name, value) values (?, ?)', [name, value]);
    },
  };
}

/** Two days: older waits tell nothing about how it is now. */
const WAITS_KEPT = 172_800_000;
