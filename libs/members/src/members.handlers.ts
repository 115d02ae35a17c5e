import { Injectable } from '@nestjs/common';
import { AccountIdentityChanged } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, Handlers } from '@fanfare/events';
import type { IdentityLevel } from '@fanfare/kernel';
import { MemberIdentityChanged } from './member.events.js';

interface Moved {
  readonly id: string;
  readonly communityId: string;
  readonly from: IdentityLevel;
  readonly to: IdentityLevel;
}

// Reads the account's present level, not the event's: events may arrive late or out of order, the last word is the account's.
// The account is locked before its members, as joining does.
const MOVE = `
  WITH account AS (SELECT id, identity_level FROM accounts WHERE id = $1 FOR SHARE),
  before AS (
    SELECT m.id, m.identity_level AS level, account.identity_level AS next FROM members m JOIN account ON account.id = m.account_id
    WHERE m.identity_level <> account.identity_level ORDER BY m.id FOR NO KEY UPDATE OF m
  )
  UPDATE members m SET identity_level = before.next FROM before WHERE m.id = before.id
  RETURNING m.id, m.community_id AS "communityId", before.level AS "from", m.identity_level AS "to"`;

/** Carries an account's identity into its communities. */
@Injectable()
export class MembersHandlers {
  constructor(
    handlers: Handlers,
    private readonly events: EventLog,
  ) {
    handlers.on(AccountIdentityChanged, 'members.followIdentity', (tx, event) => this.followIdentity(tx, event.subjectId!));
  }

  private async followIdentity(tx: Tx, accountId: string): Promise<void> {
    for (const { id, communityId, from, to } of await rowsOf<Moved>(tx, MOVE, [accountId])) {
      await this.events.append(tx, MemberIdentityChanged, { communityId, actorId: accountId, subjectId: id, payload: { from, to } });
    }
  }
}
