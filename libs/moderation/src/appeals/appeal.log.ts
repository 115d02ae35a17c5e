import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { LogService } from '../log/log.service.js';
import type { AppealRow } from './appeal.row.js';

/** Puts what appeals came to into the community's public log; the reasons stand in a commitment. */
@Injectable()
export class AppealLog {
  constructor(private readonly log: LogService) {}

  async decided(tx: Tx, a: AppealRow): Promise<void> {
    if (a.state === 'OPEN') throw new Error('An appeal that waits is not logged');
    const body = {
      appeal: a.id, decision: a.decisionId, appellant: a.as, round: a.round, outcome: a.state, decidedAs: a.decidedAs!,
      openedAt: a.openedAt.toISOString(), newDecision: a.newDecisionId,
    };
    await this.log.append(tx, { communityId: a.communityId, kind: 'APPEAL', body, committed: { reasons: a.reasons }, memberId: a.appellantId });
  }
}
