/** The shape of the SQLite database, as numbered steps. A step that has been released never changes: add another. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps, in order. */
export const MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: 'conversations, entries, people, agents',
    sql: `
      create table visitors (id text primary key, rev integer not null, created_at integer not null) without rowid;

      create table conversations (
        id text primary key, visitor text not null, key_hash text not null unique, channel text not null,
        address_hash text not null, profile text not null, user_data text not null, language text, person text not null,
        started_at integer not null, ended_at integer, phase text not null, rev integer not null,
        head integer not null, public_head integer not null, agent text,
        queued_at integer, queue_rank integer not null, queue_position integer, queue_wait integer, queued_as integer,
        offer_agent text, offer_until integer, visitor_left_at integer, gone_at integer,
        active_at integer not null, warned_at integer
      );
      create index conversations_visitor on conversations (visitor);
      create index conversations_queue on conversations (queue_rank, queued_at) where phase = 'queued';
      create index conversations_active on conversations (agent, started_at) where phase = 'active';
      create index conversations_ended on conversations (ended_at) where phase = 'ended';

      create table entries (
        conversation text not null, seq integer not null, at integer not null, type text not null, audience text not null,
        sender text, client_id text, body text not null,
        primary key (conversation, seq)
      ) without rowid;
      create unique index entries_client_id on entries (conversation, sender, client_id) where client_id is not null;

      create table people (
        conversation text not null, id text not null, role text not null, name text, avatar text,
        joined_at integer not null, left_at integer, connected integer not null,
        delivered integer not null, seen integer not null,
        primary key (conversation, id)
      ) without rowid;

      create table credentials (
        hash text primary key, conversation text not null, created_at integer not null, expires_at integer not null
      ) without rowid;
      create index credentials_conversation on credentials (conversation, created_at);

      create table agents (
        id text primary key, name text not null unique, password text not null, role text not null, capacity integer not null,
        presence text not null, missed integer not null, assigned_at integer not null, disabled integer not null
      ) without rowid;

      create table sessions (
        hash text primary key, agent text not null, created_at integer not null, expires_at integer not null
      ) without rowid;

      create table blocks (
        kind text not null, value text not null, until integer not null, primary key (kind, value)
      ) without rowid;

      create table waits (at integer not null, position integer not null, wait integer not null);
      create index waits_at on waits (at);

      create table settings (name text primary key, value text not null) without rowid;
    `,
  },
  {
    id: 2,
    name: 'files',
    sql: `
      create table files (
        id text primary key, conversation text not null, uploader text not null, client_id text not null,
        address_hash text, name text not null, claimed text, size integer not null, received integer not null,
        type text, state text not null, code text, entry integer, created_at integer not null, touched_at integer not null
      ) without rowid;
      create unique index files_client_id on files (conversation, uploader, client_id);
      create index files_address on files (address_hash, created_at) where address_hash is not null;
      create index files_unsent on files (touched_at) where entry is null;

      alter table conversations add column features text not null default '[]';
    `,
  },
  {
    id: 3,
    name: 'user data in mid-session, and what only the staff sees',
    sql: `
      alter table conversations add column user_data_changed integer not null default 0;
      alter table conversations add column staff_rev integer not null default 0;
    `,
  },
  {
    id: 4,
    name: 'supervisors who read along',
    sql: `
      alter table people add column silent_since integer;
      alter table people add column known integer not null default 1;
      create index people_supervisors on people (id) where role = 'supervisor';
    `,
  },
  {
    id: 5,
    name: 'a bot',
    sql: `
      alter table conversations add column bot text;
      alter table conversations add column bot_heard integer not null default 0;
      alter table conversations add column bot_misses integer not null default 0;
    `,
  },
  {
    id: 6,
    name: 'customers who prove who they are',
    sql: `
      alter table conversations add column identity text;
      alter table conversations add column customer text;
      create index conversations_identity on conversations (identity, started_at) where identity is not null;
    `,
  },
  {
    id: 7,
    name: 'context, queues, skills and messages that are left',
    sql: `
      alter table conversations add column context text not null default '{}';
      alter table conversations add column queue text not null default 'main';
      alter table conversations add column skills text not null default '[]';
      alter table agents add column queues text not null default '[]';
      alter table agents add column skills text not null default '[]';
      alter table waits add column queue text not null default 'main';

      create table left_messages (
        id text primary key, at integer not null, channel text not null, queue text not null, customer text, name text,
        email text, text text not null, context text not null, language text, handled_at integer, handled_by text
      ) without rowid;
      create index left_messages_open on left_messages (at) where handled_at is null;
    `,
  },
  {
    id: 8,
    name: 'texts that are streamed',
    sql: `
      alter table conversations add column bot_stream text not null default 'null';
    `,
  },
  {
    id: 9,
    name: 'what has to be told to others',
    sql: `
      create table outgoing (
        id text primary key, kind text not null, receiver text not null, body text not null, due_at integer not null,
        tries integer not null
      ) without rowid;
      create index outgoing_due on outgoing (due_at, id);
    `,
  },
  {
    id: 10,
    name: 'surveys',
    sql: `
      create table surveys (
        id text primary key, conversation text not null,
        asked_at integer not null, rating integer, comment text
      ) without rowid;
      create index surveys_conversation on surveys (conversation);
    `,
  },
  {
    id: 11,
    name: 'who had a conversation, and where its case stands',
    sql: `
      alter table conversations add column assigned text not null default 'null';
      alter table conversations add column case_status text not null default 'open';
    `,
  },
  {
    id: 12,
    name: 'customers and their fields',
    sql: `
      create table customers (key text primary key, name text, fields text not null) without rowid;
      alter table conversations add column guest text;
      alter table conversations add column contact_fields text not null default '{}';
      create index conversations_guest on conversations (guest, started_at) where guest is not null;
    `,
  },
  {
    id: 13,
    name: 'conversations as threads',
    sql: `
      alter table conversations add column parent text;
      alter table conversations add column title text;
      alter table conversations add column archived integer not null default 0;
      create index conversations_parent on conversations (parent) where parent is not null;
      create index conversations_recent on conversations (identity, active_at) where identity is not null;
    `,
  },
];
