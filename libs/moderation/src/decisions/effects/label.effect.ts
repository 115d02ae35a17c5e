import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { type Actor, Clock } from '@fanfare/kernel';
import type { DecisionRow } from '../decision.row.js';
import type { Effect } from './effect.js';

const LABEL = `
  INSERT INTO content_labels (decision_id, community_id, subject_kind, subject_id, label, labelled_at) VALUES ($1, $2, $3, $4, 'DISCLOSURE_MISSING', $5)
  ON CONFLICT (decision_id) DO UPDATE SET lifted_at = NULL`;

const UNLABEL = 'UPDATE content_labels SET lifted_at = $2 WHERE decision_id = $1 AND lifted_at IS NULL';

/** Says beside a text that it does not disclose whose interest it serves. */
@Injectable()
export class LabelEffect implements Effect {
  constructor(private readonly clock: Clock) {}

  async apply(tx: Tx, _actor: Actor | null, { id, action, communityId, subjectKind, subjectId, startsAt }: DecisionRow): Promise<void> {
    if (action === 'LABEL') await tx.query(LABEL, [id, communityId, subjectKind, subjectId, startsAt]);
  }

  async undo(tx: Tx, _actor: Actor | null, { id, action }: DecisionRow): Promise<void> {
    if (action === 'LABEL') await tx.query(UNLABEL, [id, this.clock.now()]);
  }
}
