import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import type { DecisionEndCause } from '../log/log-body.js';
import { LogService } from '../log/log.service.js';
import type { DecisionRow } from './decision.row.js';

const TITLE = 'SELECT title FROM community_rules WHERE community_id = $1 AND number = $2 AND version = $3';

/** Puts what moderators decide into the community's public log. Comes last in a transaction: whoever appends meanwhile waits. */
@Injectable()
export class DecisionLog {
  constructor(private readonly log: LogService) {}

  /** A decision as it was made; facts, passage and what it is about stand in commitments. */
  async made(tx: Tx, d: DecisionRow): Promise<void> {
    const { communityId, affectedId: memberId, facts, passage, subjectId: subject } = d;
    const body = {
      decision: d.id, action: d.action, mutedRight: d.right, subjectKind: d.subjectKind, ground: d.ground, ruleNumber: d.ruleNumber, ruleVersion: d.ruleVersion,
      ruleTitle: await titleOf(tx, d), law: d.law, source: d.source, automatedDetection: d.automatedDetection, automatedDecision: d.automatedDecision,
      decidedAs: d.decidedAs, proposed: d.state === 'PROPOSED', startsAt: d.startsAt?.toISOString() ?? null, endsAt: d.endsAt?.toISOString() ?? null,
    };
    await this.log.append(tx, { communityId, kind: 'DECISION', body, committed: { facts, passage, subject }, memberId });
  }

  /** Another moderator's word about a proposal. */
  async seconded(tx: Tx, { id, communityId, state, secondedAs, secondReason, affectedId: memberId }: DecisionRow): Promise<void> {
    const body = { decision: id, agreed: state === 'IN_FORCE', decidedAs: secondedAs! };
    await this.log.append(tx, { communityId, kind: 'SECOND', body, committed: { reason: secondReason }, memberId });
  }

  /** Decisions that were over, and not wrong; those of one community behind each other, so that whoever ends several waits for no cycle. */
  async ended(tx: Tx, decisions: readonly Pick<DecisionRow, 'id' | 'communityId'>[], cause: DecisionEndCause, at: (index: number) => Date): Promise<void> {
    const dated = decisions.map(({ id, communityId }, index) => ({ communityId, body: { decision: id, cause, endedAt: at(index).toISOString() } }));
    const inTurn = dated.sort((one, other) => (one.communityId < other.communityId ? -1 : Number(one.communityId > other.communityId)));
    for (const { communityId, body } of inTurn) await this.log.append(tx, { communityId, kind: 'DECISION_ENDED', body });
  }
}

async function titleOf(tx: Tx, { communityId, ruleNumber, ruleVersion }: DecisionRow): Promise<string | null> {
  if (ruleNumber === null) return null;
  return (await rowsOf<{ title: string }>(tx, TITLE, [communityId, ruleNumber, ruleVersion]))[0]!.title;
}
