import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type Actor, cleanText, Clock, enforce, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { canJudge, canReadApplication } from '../applications/application.policy.js';
import type { ApplicationRow } from '../applications/application.row.js';
import { ApplicationsQueries } from '../applications/applications.queries.js';
import { CallsQueries } from '../calls/calls.queries.js';
import { PanelQueries } from './panel.queries.js';

export interface Mark {
  /** The criterion's place in the rubric, from 0. */
  readonly criterion: number;
  /** 0..5 */
  readonly score: number;
  readonly note?: string | null;
}

const MARK = `
  INSERT INTO application_scores (application_id, call_id, community_id, reviewer_id, criterion, score, note, scored_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (application_id, reviewer_id, criterion) DO UPDATE SET score = excluded.score, note = excluded.note, scored_at = excluded.scored_at`;

/** Each reviewer's marks by their weights, then the mean of the reviewers. */
const SUM_UP = `
  UPDATE applications SET panel_points = t.points, reviewers = t.reviewers FROM (
    SELECT avg(r.points)::numeric(6, 4) AS points, count(*)::int AS reviewers FROM (
      SELECT sum(s.score * c.weight)::numeric / sum(c.weight) AS points FROM application_scores s
      JOIN call_criteria c ON c.call_id = s.call_id AND c.position = s.criterion WHERE s.application_id = $1 GROUP BY s.reviewer_id) r
  ) t WHERE id = $1`;

const CONFLICT = `
  INSERT INTO application_conflicts (application_id, community_id, reviewer_id, reason, declared_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (application_id, reviewer_id) DO UPDATE SET reason = excluded.reason`;

const LONGEST_NOTE = 500;

/** Marks of the panel's people, and the conflicts they declare. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly calls: CallsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly panel: PanelQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks an application by the rubric, every criterion of it; marking again changes the marks, until it is decided.
   *
   * @throws Problem `NOT_FOUND`, `NOT_A_REVIEWER`, `OWN_APPLICATION`, `CONFLICT_DECLARED`, `APPLICATION_DECIDED`, `INVALID_INPUT`, `TOO_LONG`
   */
  async score(actor: Actor, applicationId: string, marks: readonly Mark[]): Promise<void> {
    await this.activity.take(actor, 'judgeApplications');
    await this.judging(actor, applicationId, async (tx, application, reviewer) => {
      const criteria = (await this.calls.criteriaOf([application.callId], tx)).get(application.callId) ?? [];
      const complete = criteria.every(({ position }) => marks.filter(({ criterion }) => criterion === position).length === 1);
      const fits = marks.every(({ score }) => Number.isInteger(score) && score >= 0 && score <= 5);
      if (!complete || !fits || marks.length !== criteria.length) throw new Problem('INVALID_INPUT', { field: 'marks' });
      for (const { criterion, score, note } of marks) {
        const words = cleanText('note', note ?? '', { min: 0, max: LONGEST_NOTE });
        await tx.query(MARK, [application.id, application.callId, application.communityId, reviewer.id, criterion, score, words, this.clock.now()]);
      }
      await tx.query(SUM_UP, [application.id]);
    });
  }

  /**
   * Declares that one should not judge this application; marks one gave are taken out. It cannot be undone by oneself.
   *
   * @throws Problem `NOT_FOUND`, `NOT_A_REVIEWER`, `OWN_APPLICATION`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async declareConflict(actor: Actor, applicationId: string, reason: string): Promise<void> {
    const words = cleanText('reason', reason, { max: 500 });
    await this.activity.take(actor, 'judgeApplications');
    await this.transactor.run(async (tx) => {
      const application = await this.applications.lock(tx, applicationId);
      const reviewer = await this.reviewer(tx, actor, application, true);
      await tx.query(CONFLICT, [application.id, application.communityId, reviewer.id, words, this.clock.now()]);
      const gone = await rowsOf(tx, 'DELETE FROM application_scores WHERE application_id = $1 AND reviewer_id = $2 RETURNING criterion', [application.id, reviewer.id]);
      if (gone.length > 0) await tx.query(SUM_UP, [application.id]);
    });
  }

  private async judging(actor: Actor, id: string, work: (tx: Tx, application: ApplicationRow, reviewer: MemberRow) => Promise<void>): Promise<void> {
    await this.transactor.run(async (tx) => {
      const application = await this.applications.lock(tx, id);
      const reviewer = await this.reviewer(tx, actor, application, false);
      if (application.state !== 'SUBMITTED') throw new Problem('APPLICATION_DECIDED');
      await work(tx, application, reviewer);
    });
  }

  private async reviewer(tx: Tx, actor: Actor, application: ApplicationRow, evenWithConflict: boolean): Promise<MemberRow> {
    if (application.state === 'DRAFT' || application.state === 'WITHDRAWN' || application.withheld) throw new Problem('NOT_FOUND', { what: 'application' });
    const accountId = actor.accountId ?? '';
    if (!accountId) throw new Problem('SIGN_IN_REQUIRED');
    const isReviewer = (await this.panel.reviewsFor(accountId, [application.callId], tx)).has(application.callId);
    const hasConflict = !evenWithConflict && (await this.panel.conflictsOf(accountId, [application.id], tx)).has(application.id);
    if (!canReadApplication({ actor, isReviewer }, application)) throw new Problem('NOT_FOUND', { what: 'application' });
    enforce(canJudge({ actor, isReviewer }, application, hasConflict));
    return this.members.requireMember(tx, actor, application.communityId);
  }
}
