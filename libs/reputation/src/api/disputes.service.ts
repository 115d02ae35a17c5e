import { Injectable } from '@nestjs/common';
import { isUniqueViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { CommunitiesQueries } from '@fanfare/communities';
import { EntryDisputed } from './reputation.events.js';
import { type EntryRow, ReputationQueries } from './reputation.queries.js';

const REASON = { max: 2000 } as const;

const OWN = `
  SELECT e.member_id AS "memberId", e.community_id AS "communityId" FROM reputation_entries e JOIN members m ON m.id = e.member_id
  WHERE e.id = $1 AND m.account_id = $2`;

const DISPUTE = 'INSERT INTO reputation_disputes (id, entry_id, member_id, community_id, reason, disputed_at) VALUES ($1, $2, $3, $4, $5, $6)';

const HIDE = 'INSERT INTO reputation_opt_outs (member_id, since) VALUES ($1, $2) ON CONFLICT DO NOTHING';
const SHOW = 'DELETE FROM reputation_opt_outs WHERE member_id = $1';

/** What members may say about their own reputation. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly queries: ReputationQueries,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks a moderator to look at an entry of one's own, once. The entry stands until somebody has decided.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (also for somebody else's), `ALREADY_DISPUTED`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async dispute(actor: Actor, entryId: string, reason: string): Promise<EntryRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const [said, id, at] = [cleanText('reason', reason, REASON), newId(), this.clock.now()];
    return this.transactor.run(async (tx) => {
      const [own] = await rowsOf<{ memberId: string; communityId: string }>(tx, OWN, [entryId, actor.accountId]);
      if (!own) throw new Problem('NOT_FOUND', { what: 'entry' });
      await endingRaces(() => tx.query(DISPUTE, [id, entryId, own.memberId, own.communityId, said, at]));
      const payload = { disputeId: id, memberId: own.memberId };
      await this.events.append(tx, EntryDisputed, { communityId: own.communityId, actorId: actor.accountId, subjectId: entryId, payload });
      return (await this.queries.entriesById([entryId], tx)).get(entryId.toLowerCase())!;
    });
  }

  /** Leaves the lists of the best, or comes back to them. @returns the member's id. @throws Problem `NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_A_MEMBER` */
  async hide(actor: Actor, slug: string, hidden: boolean): Promise<string> {
    const community = await this.communities.requireBySlug(slug);
    return this.transactor.run(async (tx: Tx) => {
      const { id } = await this.members.requireMember(tx, actor, community.id, 'ANYWAY');
      await (hidden ? tx.query(HIDE, [id, this.clock.now()]) : tx.query(SHOW, [id]));
      return id;
    });
  }
}

async function endingRaces(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (isUniqueViolation(error, 'reputation_disputes_entry_id_key')) throw new Problem('ALREADY_DISPUTED');
    throw error;
  }
}
