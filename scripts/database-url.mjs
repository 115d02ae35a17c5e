/**
 * A look at the database that DATABASE_URL names, before anything is built for it.
 */
import { Advice } from './explain.mjs';

const OLDEST = 15;
const PATIENCE_MS = 5000;

/**
 * @param {string} url
 * @throws {Advice} when it cannot be reached or is too old; the password is never shown
 */
export async function checkDatabaseUrl(url) {
  const place = placeOf(url);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
    if (major < OLDEST) throw new Advice(`The database at ${place} is PostgreSQL ${major}: Fanfare needs ${OLDEST} or newer.`);
  } catch (error) {
    throw error instanceof Advice ? error : new Advice(unreachable(error, place));
  } finally {
    await client.end().catch(() => {});
  }
}

function placeOf(url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Advice('DATABASE_URL is not a postgres: address: write it as postgres://user:password@host:5432/database.');
  }
  const { host, pathname } = new URL(url);
  return `${host || 'the local socket'}${pathname}`;
}

/** @param {any} error @param {string} place */
export function unreachable(error, place) {
  const code = error.code ?? error.errors?.[0]?.code;
  const reasons = {
    ECONNREFUSED: ['nothing listens there', 'start that PostgreSQL, or correct DATABASE_URL'],
    ENOTFOUND: ['no such host', 'correct the host in DATABASE_URL'],
    EAI_AGAIN: ['the host name cannot be looked up', 'correct the host in DATABASE_URL, or check the network'],
    '28P01': ['the password is wrong', 'correct the user or password in DATABASE_URL'],
    28000: ['the user may not enter', 'correct the user in DATABASE_URL, or let it in (pg_hba.conf)'],
    '3D000': ['there is no such database', 'create it, or correct DATABASE_URL'],
    53300: ['it has no connection left', 'raise max_connections, or close some'],
    '57P03': ['it is starting up or shutting down', 'wait a moment, then run the same command again'],
  };
  const [reason, remedy] = reasons[code] ?? [String(error.message || code), 'check DATABASE_URL and that PostgreSQL runs there'];
  return `Cannot use the database at ${place} (${reason}): ${remedy}.`;
}
