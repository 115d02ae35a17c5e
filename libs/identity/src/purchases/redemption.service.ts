import { Injectable } from '@nestjs/common';
import { AttemptsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import type { RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { PurchaseCodesGuessed } from '../evidence.events.js';
import { EVIDENCE_COLUMNS, type EvidenceRow } from '../evidence.row.js';
import { EvidenceService } from '../evidence.service.js';
import { plainCode } from './code.js';
import { CodesKeeper } from './codes-keeper.js';

// Two who come with one code wait at its row, and find it used; who takes the batch back waits for both, and finds their proofs.
const OPEN = `
  SELECT c.id, b.label, b.created_by AS "createdBy" FROM purchase_codes c JOIN purchase_batches b ON b.id = c.batch_id
  WHERE c.community_id = $1 AND c.code_hash = $2 AND c.redeemed_at IS NULL AND b.revoked_at IS NULL AND (b.expires_at IS NULL OR b.expires_at > $3)
  FOR UPDATE OF c FOR SHARE OF b`;

const MINE = `
  SELECT ${EVIDENCE_COLUMNS} FROM purchase_codes c JOIN evidence e ON e.id = c.evidence_id
  WHERE c.community_id = $1 AND c.code_hash = $2 AND e.account_id = $3 AND e.ended_at IS NULL`;

const USE = 'UPDATE purchase_codes SET redeemed_at = $2, evidence_id = $3 WHERE id = $1';

/** Wrong tries in a community in a day of which its team is told: a misprint, or somebody who guesses with many accounts. */
const MANY_TRIES = 20;

const COUNT_WRONG = `
  INSERT INTO purchase_guesses AS g (community_id, day, tries) VALUES ($1, $2, 1)
  ON CONFLICT (community_id) DO UPDATE SET day = excluded.day, tries = CASE WHEN g.day = excluded.day THEN g.tries + 1 ELSE 1 END
  RETURNING tries`;

/** Proofs of purchase, redeemed. */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly transactor: Transactor,
    private readonly attempts: AttemptsService,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly keeper: CodesKeeper,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
    private readonly events: EventLog,
  ) {}

  /**
   * Lets a code prove that the actor bought from the brand. The same code of the same person again is the same proof.
   *
   * @throws Problem `NOT_FOUND` (no such community), `NOT_A_MEMBER`, `TOO_MANY_ATTEMPTS`, `NOT_ALLOWED` for codes that one brought
   * oneself, and `WRONG_CODE` for everything else that is wrong with a code
   */
  async redeem({ actor, http }: RequestContext, slug: string, typed: string): Promise<EvidenceRow> {
    const community = await this.communities.requireBySlug(slug);
    const attempt = { operation: 'redeemPurchaseCode', subject: actor.accountId!, ip: http.ip } as const;
    await this.attempts.take(attempt);
    const proof = await this.transactor.run((tx) => this.redeemIn(tx, actor, community.id, plainCode(typed) ?? '')).catch((error: unknown) => this.refuse(error, community.id));
    await this.attempts.forgive(attempt);
    return proof;
  }

  /** Counts a wrong code, whoever tried it; the team hears once a day when there are many. */
  private async refuse(error: unknown, communityId: string): Promise<never> {
    if (error instanceof Problem && error.code === 'WRONG_CODE') await this.transactor.run((tx) => this.count(tx, communityId));
    throw error;
  }

  private async count(tx: Tx, communityId: string): Promise<void> {
    const day = this.clock.now().toISOString().slice(0, 10);
    const [{ tries }] = (await rowsOf<{ tries: number }>(tx, COUNT_WRONG, [communityId, day])) as [{ tries: number }];
    if (tries === MANY_TRIES) await this.events.append(tx, PurchaseCodesGuessed, { communityId, payload: { tries } });
  }

  private async redeemIn(tx: Tx, actor: Actor, communityId: string, code: string): Promise<EvidenceRow> {
    await this.members.requireMember(tx, actor, communityId);
    const hash = await this.keeper.hashOf(tx, communityId, code);
    const [open] = await rowsOf<{ id: string; label: string; createdBy: string }>(tx, OPEN, [communityId, hash, this.clock.now()]);
    if (!open) return this.mine(tx, actor, communityId, hash);
    if (open.createdBy === actor.accountId) throw new Problem('NOT_ALLOWED');
    const proof = { accountId: actor.accountId!, kind: 'PURCHASE', communityId, subject: open.id, label: open.label, attestedBy: open.createdBy } as const;
    const evidence = await this.evidence.establish(tx, proof);
    await tx.query(USE, [open.id, this.clock.now(), evidence.id]);
    return evidence;
  }

  private async mine(tx: Tx, { accountId }: Actor, communityId: string, hash: Buffer): Promise<EvidenceRow> {
    const [mine] = await rowsOf<EvidenceRow>(tx, MINE, [communityId, hash, accountId]);
    if (!mine) throw new Problem('WRONG_CODE');
    return mine;
  }
}
