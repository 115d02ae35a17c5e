import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, newId } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';

/** An account made to try things out, with the one token that opens it. */
export interface TestAccount {
  readonly id: string;
  readonly displayName: string;
  /** For `Authorization: Bearer`. Kept nowhere: only its hash is. */
  readonly token: string;
}

const TOKEN_BYTES = 32;

const INSERT = `
  WITH made AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[]) AS n (account_id, session_id, token_hash, name)
  ), accounts AS (
    INSERT INTO accounts (id, email, display_name, locale, identity_level, created_at, test_until)
    SELECT account_id, 'test-' || account_id || '@test.invalid', name, $5, 'ANONYMOUS', $6, $7 FROM made
  )
  INSERT INTO sessions (id, account_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
  SELECT session_id, account_id, token_hash, 'npm run test-members', $6, $6, $7 FROM made`;

const END = `
  WITH ended AS (
    UPDATE accounts a SET test_until = $2 FROM members m
    WHERE m.account_id = a.id AND m.community_id = $1 AND a.test_until > $2 RETURNING a.id
  ), closed AS (DELETE FROM sessions s USING ended WHERE s.account_id = ended.id)
  SELECT id FROM ended`;

/**
 * Accounts for trying a deployment out, by whoever runs it. Each is new: no address, no password, no evidence that anybody stands
 * behind it, so its votes climb no ladder; it holds no office and ends at its hour, whatever it did (`SessionService` asks).
 */
@Injectable()
export class TestAccountsService {
  constructor(private readonly clock: Clock) {}

  /** @param names how they call themselves, one account each */
  async make(tx: Tx, names: readonly string[], { locale, until }: { readonly locale: string; readonly until: Date }): Promise<TestAccount[]> {
    const made = names.map((displayName) => ({ id: newId(), displayName, token: randomBytes(TOKEN_BYTES).toString('base64url') }));
    const hashes = made.map(({ token }) => createHash('sha256').update(token).digest());
    await tx.query(INSERT, [made.map(({ id }) => id), made.map(() => newId()), hashes, names, locale, this.clock.now(), until]);
    return made;
  }

  /** Ends those of a community now, also where they are signed in. @returns how many there were */
  async end(tx: Tx, communityId: string): Promise<number> {
    return (await rowsOf(tx, END, [communityId, this.clock.now()])).length;
  }
}
