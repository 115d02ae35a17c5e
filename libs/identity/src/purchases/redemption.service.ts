import { Injectable } from '@nestjs/common';
import { AttemptsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
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
    const proof = await this.transactor.run((tx) => this.redeemIn(tx, actor, community.id, plainCode(typed) ?? ''));
    await this.attempts.forgive(attempt);
    return proof;
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
