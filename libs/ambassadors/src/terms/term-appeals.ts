import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Appealable, AppealSubjects } from '../appeals/appeal-subjects.js';
import { RevocationsService } from './revocations.service.js';
import { TermsService } from './terms.service.js';

const IN_FORCE = 'SELECT id, appeal_until AS until FROM term_revocations WHERE term_id = $1 AND overturned_at IS NULL';

const ACCOUNT = 'SELECT account_id AS "accountId" FROM members WHERE id = $1';

/** A revoked term can be appealed against; overturned, it goes on until the date it had. */
@Injectable()
export class TermAppeals {
  constructor(
    subjects: AppealSubjects,
    private readonly terms: TermsService,
    revocations: RevocationsService,
  ) {
    subjects.register('TERM', { hold: (tx, id) => this.hold(tx, id), overturn: (tx, actor, id, reasons) => revocations.reinstate(tx, actor, id, reasons) });
  }

  private async hold(tx: Tx, id: string): Promise<Appealable> {
    const term = await this.terms.lock(tx, id);
    const [revocation] = await rowsOf<{ id: string; until: Date }>(tx, IN_FORCE, [term.id]);
    const [member] = await rowsOf<{ accountId: string | null }>(tx, ACCOUNT, [term.memberId]);
    return {
      id: term.id, communityId: term.communityId, memberId: term.memberId, accountId: member!.accountId,
      against: revocation?.id ?? null, until: revocation?.until ?? null,
    };
  }
}
