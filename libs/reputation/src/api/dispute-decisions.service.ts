import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, isId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { Reviewers, ReviewItemsService } from '@fanfare/moderation';
import { EntryJudged } from './reputation.events.js';
import { type EntryRow, ReputationQueries } from './reputation.queries.js';

const REASON = { max: 2000 } as const;

export interface DisputeDecision {
  readonly entry: string;
  /** Whether the member is right, and the entry is taken back. */
  readonly uphold: boolean;
  readonly reason: string;
}

interface Dispute {
  readonly id: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly accountId: string | null;
  readonly decidedAt: Date | null;
  readonly rule: string;
}

const LOCK = `
  SELECT d.id, d.member_id AS "memberId", d.community_id AS "communityId", m.account_id AS "accountId", d.decided_at AS "decidedAt", e.rule
  FROM reputation_disputes d JOIN members m ON m.id = d.member_id JOIN reputation_entries e ON e.id = d.entry_id WHERE d.entry_id = $1 FOR NO KEY UPDATE OF d`;

const ACTS = 'SELECT subject_id AS subject, giver_id AS giver FROM reputation_credits WHERE entry_id = $1 ORDER BY 1, 2';

const DECIDE = 'UPDATE reputation_disputes SET decided_at = $2, decided_by = $3, upheld = $4, decision = $5 WHERE id = $1';

/** Moderators decide what members say against entries of theirs. */
@Injectable()
export class DisputeDecisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reviewers: Reviewers,
    private readonly items: ReviewItemsService,
    private readonly members: MembersService,
    private readonly queries: ReputationQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides a dispute, by whoever reviews there and is not the member themselves; upheld, the entry is taken back.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_IMPARTIAL`, `ITEM_DECIDED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async decide(actor: Actor, { entry, uphold, reason }: DisputeDecision): Promise<EntryRow> {
    const said = cleanText('reason', reason, REASON);
    await this.activity.take(actor, 'review');
    const id = entry.toLowerCase();
    return this.transactor.run(async (tx) => {
      const dispute = await this.lock(tx, actor, id);
      await this.write(tx, actor, dispute, uphold, said);
      const acts = (await rowsOf<{ subject: string; giver: string }>(tx, ACTS, [id])).map(({ subject, giver }) => [subject, giver] as const);
      const payload = { memberId: dispute.memberId, rule: dispute.rule, acts, stands: !uphold };
      await this.events.append(tx, EntryJudged, { communityId: dispute.communityId, actorId: actor.accountId, subjectId: id, payload });
      await this.items.close(tx, 'REPUTATION_ENTRY', id);
      return (await this.queries.entriesById([id], tx)).get(id)!;
    });
  }

  private async lock(tx: Tx, actor: Actor, entryId: string): Promise<Dispute> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const [dispute] = isId(entryId) ? await rowsOf<Dispute>(tx, LOCK, [entryId]) : [];
    if (!dispute) throw new Problem('NOT_FOUND', { what: 'entry' });
    enforce(await this.reviewers.canReview(actor, dispute.communityId, tx));
    if (dispute.accountId === actor.accountId) throw new Problem('NOT_IMPARTIAL', { why: 'OWN_CONTENT' });
    if (dispute.decidedAt) throw new Problem('ITEM_DECIDED');
    return dispute;
  }

  /** Somebody of the panel is no member there. */
  private async write(tx: Tx, actor: Actor, { id, communityId }: Dispute, uphold: boolean, reason: string): Promise<void> {
    const member = await this.members.requireMember(tx, actor, communityId).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'NOT_A_MEMBER') return null;
      throw error;
    });
    await tx.query(DECIDE, [id, this.clock.now(), member?.id ?? null, uphold, reason]);
  }
}
