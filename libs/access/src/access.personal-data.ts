import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import type { StaffRole } from '@fanfare/kernel';
import { type Leaving, PersonalData } from './personal-data.js';
import { RolesService } from './roles.service.js';

const ACCOUNT = `
  SELECT email::text AS email, email_confirmed_at, display_name, locale AS language, identity_level, is_operator AS runs_this_deployment, created_at
  FROM accounts WHERE id = $1`;

const SESSIONS = `
  SELECT user_agent AS device, created_at AS signed_in_at, last_seen_at, expires_at FROM sessions WHERE account_id = $1 ORDER BY last_seen_at DESC`;

const PASSKEYS = `
  SELECT name, may_sync AS may_be_on_several_devices, backed_up, created_at AS added_at, last_used_at FROM passkeys WHERE account_id = $1
  ORDER BY created_at, id`;

const ROLES = `
  SELECT c.name AS community, g.role, g.granted_at, g.revoked_at FROM role_grants g JOIN communities c ON c.id = g.community_id
  WHERE g.account_id = $1 ORDER BY g.granted_at`;

const RESTRICTIONS = `
  SELECT c.name AS community, r.kind, r.muted_right, r.starts_at, r.ends_at, r.lifted_at FROM restrictions r
  JOIN members m ON m.id = r.member_id JOIN communities c ON c.id = r.community_id WHERE m.account_id = $1 ORDER BY r.starts_at, r.id`;

const FORGET = [
  'DELETE FROM sessions WHERE account_id = $1',
  'DELETE FROM passwords WHERE account_id = $1',
  'DELETE FROM passkeys WHERE account_id = $1',
  'DELETE FROM passkey_challenges WHERE account_id = $1',
  'DELETE FROM totp_secrets WHERE account_id = $1',
  'DELETE FROM recovery_codes WHERE account_id = $1',
  'DELETE FROM account_codes WHERE account_id = $1',
  'DELETE FROM idempotency_keys WHERE account_id = $1',
];

const FORGET_MAILS = 'DELETE FROM development_mails WHERE position($1 IN lower(recipient)) > 0';
const FORGET_QUESTIONS = 'DELETE FROM password_reset_requests WHERE email = $1';

// The row stays for the log and for whoever this account gave a role; nothing in it says who it was.
const EMPTY = `
  UPDATE accounts SET email = 'former-' || id || '@deleted.invalid', email_confirmed_at = NULL, display_name = 'Former member',
    locale = 'en', identity_level = 'ANONYMOUS', is_operator = false, erased_at = $2 WHERE id = $1`;

/** What access keeps about people, and how it forgets them. */
@Injectable()
export class AccessPersonalData {
  constructor(
    personal: PersonalData,
    private readonly roles: RolesService,
  ) {
    personal.register('access', {
      tables: {
        accounts: 'emptied: the id stays',
        sessions: 'deleted',
        passwords: 'deleted',
        passkeys: 'deleted',
        passkey_challenges: 'deleted',
        totp_secrets: 'deleted',
        recovery_codes: 'deleted',
        account_codes: 'deleted',
        role_grants: 'open ones end; who held which role is public and stays, under an id',
        restrictions: 'stay, of a former member: no name is in them',
        idempotency_keys: 'deleted',
        password_reset_requests: 'deleted',
        development_mails: 'deleted',
        events: 'stay: ids and facts only, never a name or an address',
      },
      sections: [{ name: 'account', sql: ACCOUNT }, { name: 'sessions', sql: SESSIONS }, { name: 'passkeys', sql: PASSKEYS }, { name: 'staff-roles', sql: ROLES }, { name: 'restrictions', sql: RESTRICTIONS }],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  /** @throws Problem `LAST_OWNER` as long as a community would be left without an owner */
  private async erase(tx: Tx, { accountId, email, hadConfirmed, at }: Leaving): Promise<void> {
    const sql = 'SELECT community_id AS "communityId", role FROM role_grants WHERE account_id = $1 AND revoked_at IS NULL ORDER BY community_id, role';
    for (const grant of await rowsOf<{ communityId: string; role: StaffRole }>(tx, sql, [accountId])) {
      await this.roles.revoke(tx, { ...grant, accountId, by: null });
    }
    for (const forget of FORGET) await tx.query(forget, [accountId]);
    await tx.query(FORGET_MAILS, [email.toLowerCase()]);
    if (hadConfirmed) await tx.query(FORGET_QUESTIONS, [email]);
    await tx.query(EMPTY, [accountId, at]);
  }
}
