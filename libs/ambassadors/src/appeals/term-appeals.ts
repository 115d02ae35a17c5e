import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Problem, isId } from '@fanfare/kernel';
import { RevocationsService } from '../terms/revocations.service.js';
import { type Appealable, AppealSubjects } from './appeal-subjects.js';

const HELD = `
  SELECT t.id, t.community_id AS "communityId", t.member_id AS "memberId", m.account_id AS "accountId", r.id AS against, r.appeal_until AS until
  FROM terms t JOIN members m ON m.id = t.member_id
  LEFT JOIN term_revocations r ON r.term_id = t.id AND r.overturned_at IS NULL AND t.state = 'REVOKED'
  WHERE t.id = $1 FOR NO KEY UPDATE OF t`;

/** A revoked term can be appealed against; overturned, it goes on. */
@Injectable()
export class TermAppeals {
  constructor(subjects: AppealSubjects, revocations: RevocationsService) {
    subjects.register('TERM', { hold, overturn: (tx, actor, id, reasons) => revocations.reinstate(tx, actor, id, reasons) });
  }
}

async function hold(tx: Tx, id: string): Promise<Appealable> {
  const [term] = isId(id) ? await rowsOf<Appealable>(tx, HELD, [id]) : [];
  if (!term) throw new Problem('NOT_FOUND', { what: 'term' });
  return term;
}
