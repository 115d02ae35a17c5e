/**
 * Tables whose rows no backup holds, and why. Every other table of the schema is backed up without being named anywhere, so
 * a new one is never forgotten; a test asks that every name here is still a table.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  account_codes: 'secrets sent by mail, good for hours: none may come back to life',
  development_mails: 'the mailbox of a developer’s machine',
  idea_past_ranks: 'pages that readers are turning right now, in transaction numbers of one server',
  migrations: 'written by the program that restores; the manifest names them',
  password_reset_requests: 'questions of the last hours, answered by codes that are left out',
  rate_limits: 'counters of the last hour',
  sessions: 'who was signed in signs in again: a stolen backup opens no session',
  setup_tokens: 'secrets that make the first operator',
  tracking_salts: 'secrets of a day: without them nobody can tell who followed a link',
  tracking_seen: 'hashes of today’s visitors, gone by midnight: counts are kept, people are not',
};

/** Tables that hold rows before anybody did anything; what they hold is replaced by a restore. `migrations` stays. */
export const SEEDED: ReadonlySet<string> = new Set(['deployment', 'migrations', 'rate_limits', 'schedules', 'setup_tokens']);

/**
 * Columns that are numbered anew. The log is read by (xid, sequence); the xid of another server means nothing here, so all
 * restored events take the restoring transaction's, and their order moves into the sequence alone.
 */
export const RENUMBERED: Readonly<Record<string, string>> = {
  'events.sequence': 'row_number() OVER (ORDER BY xid, sequence)',
};
