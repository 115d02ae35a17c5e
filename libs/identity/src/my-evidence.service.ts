import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type Actor, enforce, isId, Problem } from '@fanfare/kernel';
import { canRevokeEvidence, canWithdrawName } from './evidence.policy.js';
import { EvidenceQueries } from './evidence.queries.js';
import { EVIDENCE_COLUMNS, type EvidenceRow } from './evidence.row.js';
import { EvidenceService } from './evidence.service.js';
import { RealNamesService } from './names/real-names.service.js';

const SHOW = `UPDATE evidence e SET public = $3 WHERE e.id = $1 AND e.account_id = $2 AND e.ended_at IS NULL RETURNING ${EVIDENCE_COLUMNS}`;

/** What people do with the proofs about them. */
@Injectable()
export class MyEvidenceService {
  constructor(
    private readonly transactor: Transactor,
    private readonly queries: EvidenceQueries,
    private readonly evidence: EvidenceService,
    private readonly names: RealNamesService,
  ) {}

  /**
   * Drops a proof of one's own, or takes the brand's word back. Doing it twice is doing it once.
   *
   * @throws Problem `NOT_FOUND`, also for what the actor may not know of
   */
  async revoke(actor: Actor, id: string): Promise<EvidenceRow> {
    return this.transactor.run(async (tx) => {
      const evidence = await this.require(tx, id);
      enforce(canRevokeEvidence(actor, evidence));
      const ended = await this.evidence.revoke(tx, evidence, actor.accountId);
      if (ended && canWithdrawName(actor, evidence).allowed) await this.names.tellWithdrawn(tx, actor, evidence);
      return (await this.queries.byId(tx, id))!;
    });
  }

  /**
   * Shows a standing proof of one's own to everybody, or no longer.
   *
   * @throws Problem `NOT_FOUND`
   */
  async show(actor: Actor, id: string, isPublic: boolean): Promise<EvidenceRow> {
    return this.transactor.run(async (tx) => {
      const [shown] = isId(id) ? await rowsOf<EvidenceRow>(tx, SHOW, [id, actor.accountId, isPublic]) : [];
      if (!shown) throw new Problem('NOT_FOUND', { what: 'evidence' });
      return shown;
    });
  }

  private async require(tx: Tx, id: string): Promise<EvidenceRow> {
    const evidence = isId(id) ? await this.queries.byId(tx, id) : null;
    if (!evidence) throw new Problem('NOT_FOUND', { what: 'evidence' });
    return evidence;
  }
}
