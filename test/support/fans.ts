import type { Database } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';
import type { Client } from './client.js';

/** A member who is signed in already. */
export interface Fan {
  readonly memberId: string;
  readonly accountId: string;
  /** For `Authorization: Bearer`. */
  readonly token: string;
  readonly isAnonymous: boolean;
}

const NEWCOMERS = `
  WITH newcomers AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[]) AS n (account_id, session_id, token_hash, name)
  ), accounts AS (
    INSERT INTO accounts (id, email, display_name, identity_level) SELECT account_id, name || '@example.org', name, 'ANONYMOUS' FROM newcomers
  )
  INSERT INTO sessions (id, account_id, token_hash, created_at, last_seen_at, expires_at)
  SELECT session_id, account_id, token_hash, now(), now(), now() + interval '1 day' FROM newcomers`;

const digestOf = (token: string) => createHash('sha256').update(token).digest();
const freshToken = () => randomBytes(32).toString('base64url');

/** People as they are just after signing up, without a password: its hash is most of what signing up costs. */
export async function newcomers(app: { readonly database: Pick<Database, 'query'>; visitor(): Client }, count: number): Promise<Client[]> {
  const batch = randomBytes(5).toString('hex');
  const tokens = Array.from({ length: count }, freshToken);
  const names = tokens.map((_, at) => `n${batch}-${at}`);
  await app.database.query(NEWCOMERS, [tokens.map(() => newId()), tokens.map(() => newId()), tokens.map(digestOf), names]);
  return tokens.map((token) => Object.assign(app.visitor(), { token }));
}

const INSERT = `
  WITH fans AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::text[], $7::text[])
      AS f (account_id, member_id, session_id, token_hash, name, level)
  ), accounts AS (
    INSERT INTO accounts (id, email, email_confirmed_at, display_name, identity_level)
    SELECT account_id, name || '@example.org', CASE level WHEN 'ANONYMOUS' THEN NULL ELSE now() END, name, level FROM fans
  ), members AS (
    INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level, terms_version)
    SELECT member_id, $1, account_id, name, name, level, 1 FROM fans
  )
  INSERT INTO sessions (id, account_id, token_hash, created_at, last_seen_at, expires_at)
  SELECT session_id, account_id, token_hash, now(), now(), now() + interval '1 day' FROM fans`;

/**
 * Members with open sessions, straight into the database: signing up costs a password's hash each. Every fifth is
 * ANONYMOUS, the others are CONFIRMED.
 */
export async function someFans(database: Pick<Database, 'query'>, communityId: string, count: number): Promise<Fan[]> {
  const fans = Array.from({ length: count }, (_, at) => ({
    memberId: newId(),
    accountId: newId(),
    token: freshToken(),
    isAnonymous: at % 5 === 4,
  }));
  const batch = randomBytes(5).toString('hex');
  await database.query(INSERT, [
    communityId,
    fans.map((fan) => fan.accountId),
    fans.map((fan) => fan.memberId),
    fans.map(() => newId()),
    fans.map((fan) => digestOf(fan.token)),
    fans.map((_, at) => `f${batch}-${at}`),
    fans.map((fan) => (fan.isAnonymous ? 'ANONYMOUS' : 'CONFIRMED')),
  ]);
  return fans;
}
