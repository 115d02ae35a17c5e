import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';
import type { Decider, DecisionAction } from '../moderation.enums.js';
import type { Accuracy, Appeals, Counted, Decisions, GroundCount, Notices, Period, Times, TransparencyReport, Treatment } from './transparency.report.js';

/** SQL, over a moment: whether it lies in the period, whose ends are the second and third parameter. */
const within = (moment: string) => `${moment} >= $2 AND ${moment} < $3`;

/** SQL: the times in seconds as `Times`. */
const times = (seconds: string) => `
  count(*)::int AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${seconds}) AS median,
  percentile_disc(0.95) WITHIN GROUP (ORDER BY ${seconds}) AS p95`;

/** SQL: decisions that bound somebody. What was proposed and never seconded did not. */
const BOUND = `d.community_id = $1 AND d.state NOT IN ('PROPOSED', 'REJECTED') AND ${within('coalesce(d.seconded_at, d.decided_at)')}`;

const NOTICES = `
  SELECT r.category AS word, count(*)::int AS count, count(*) FILTER (WHERE r.reporter_id IS NULL)::int AS "byVisitors"
  FROM reports r WHERE r.community_id = $1 AND ${within('r.filed_at')} GROUP BY r.category ORDER BY count DESC, word`;

const BY = (column: string) => `
  SELECT d.${column} AS word, count(*)::int AS count FROM decisions d WHERE ${BOUND} GROUP BY 1 ORDER BY count DESC, word`;

const BY_GROUND = `
  SELECT d.ground, d.rule_number AS rule, coalesce(d.law, (array_agg(u.title ORDER BY d.rule_version DESC))[1]) AS title, count(*)::int AS count
  FROM decisions d
  LEFT JOIN community_rules u ON u.community_id = d.community_id AND u.number = d.rule_number AND u.version = d.rule_version
  WHERE ${BOUND} AND d.ground IS NOT NULL GROUP BY d.ground, d.rule_number, d.law ORDER BY count DESC, d.ground, d.rule_number, d.law`;

const AUTOMATED = `
  SELECT count(*) FILTER (WHERE d.automated_decision)::int AS decisions, count(*) FILTER (WHERE d.automated_detection)::int AS detections
  FROM decisions d WHERE ${BOUND}`;

const TIMES = `
  SELECT ${times('extract(epoch FROM f.decided_at - i.opened_at)::float8')}
  FROM review_items i
  CROSS JOIN LATERAL (SELECT min(d.decided_at) AS decided_at FROM decisions d WHERE d.item_id = i.id AND NOT d.automated_decision) f
  WHERE i.community_id = $1 AND ${within('f.decided_at')}`;

const APPEALS = `
  SELECT count(*) FILTER (WHERE ${within('a.opened_at')})::int AS opened, count(*) FILTER (WHERE a.state = 'UPHELD' AND ${within('a.decided_at')})::int AS upheld,
    count(*) FILTER (WHERE a.state = 'REVERSED' AND ${within('a.decided_at')})::int AS reversed,
    count(*) FILTER (WHERE a.state = 'CHANGED' AND ${within('a.decided_at')})::int AS changed
  FROM appeals a WHERE a.community_id = $1`;

const APPEAL_TIMES = `
  SELECT ${times('extract(epoch FROM a.decided_at - a.opened_at)::float8')} FROM appeals a WHERE a.community_id = $1 AND ${within('a.decided_at')}`;

const ACCURACY = `
  SELECT count(*)::int AS judged, count(*) FILTER (WHERE r.verdict = 'UPHELD')::int AS upheld,
    count(*) FILTER (WHERE r.verdict = 'UNFOUNDED')::int AS unfounded, count(*) FILTER (WHERE r.verdict = 'ABUSIVE')::int AS abusive
  FROM reports r WHERE r.community_id = $1 AND ${within('r.judged_at')}`;

// By people, about texts: a machine's hold is no judgement, and a sanction against a person is told by the text it came from.
const TREATMENT = `
  SELECT d.critical, count(DISTINCT d.item_id)::int AS judged, count(DISTINCT d.item_id) FILTER (WHERE d.action <> 'KEEP')::int AS restricted,
    count(DISTINCT d.item_id) FILTER (WHERE d.action = 'REMOVE')::int AS removed
  FROM decisions d JOIN review_items i ON i.id = d.item_id
  WHERE ${BOUND} AND NOT d.automated_decision AND i.subject_kind IN ('IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST')
  GROUP BY d.critical`;

const WAITING = `
  SELECT count(*)::int AS count FROM review_items i
  WHERE i.community_id = $1 AND i.opened_at < $2 AND (i.decided_at IS NULL OR i.decided_at >= $2)`;

const NOBODY: Treatment = { judged: 0, restricted: 0, removed: 0 };

/** The figures of moderation, counted from what was written down when it happened. */
@Injectable()
export class TransparencyQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param period must not be empty; see `TransparencyReport` for what each figure counts */
  async report(communityId: string, { from, to }: Period): Promise<TransparencyReport> {
    const ends = [communityId, from, to] as const;
    const [notices, decisions, found, appeals, accuracy, treatment, waiting] = await Promise.all([
      this.notices(ends),
      this.decisions(ends),
      this.one<Times>(TIMES, ends),
      this.appeals(ends),
      this.one<Accuracy>(ACCURACY, ends),
      this.database.query<Treatment & { critical: boolean }>(TREATMENT, [...ends]),
      this.one<{ count: number }>(WAITING, [communityId, this.earlier(to)]),
    ]);
    const treated = (critical: boolean) => treatment.find((row) => row.critical === critical) ?? NOBODY;
    return { communityId, from, to, notices, decisions, times: found, appeals, accuracy, critical: treated(true), other: treated(false), waiting: waiting.count };
  }

  private async notices(ends: readonly unknown[]): Promise<Notices> {
    const rows = await this.database.query<Counted & { byVisitors: number }>(NOTICES, [...ends]);
    return {
      total: sum(rows.map(({ count }) => count)),
      illegalContent: rows.find(({ word }) => word === 'ILLEGAL_CONTENT')?.count ?? 0,
      byVisitors: sum(rows.map(({ byVisitors }) => byVisitors)),
      byCategory: rows,
    };
  }

  private async decisions(ends: readonly unknown[]): Promise<Decisions> {
    const [byAction, byDecider, byGround, automated] = await Promise.all([
      this.database.query<Counted<DecisionAction>>(BY('action'), [...ends]),
      this.database.query<Counted<Decider>>(BY('decided_as'), [...ends]),
      this.database.query<GroundCount>(BY_GROUND, [...ends]),
      this.one<{ decisions: number; detections: number }>(AUTOMATED, ends),
    ]);
    const total = sum(byAction.map(({ count }) => count));
    const kept = byAction.find(({ word }) => word === 'KEEP')?.count ?? 0;
    return {
      total, restrictions: total - kept, byAction, byGround, byDecider, automatedDecisions: automated.decisions, automatedDetections: automated.detections,
    };
  }

  private async appeals(ends: readonly unknown[]): Promise<Appeals> {
    const counts = await this.one<Omit<Appeals, 'decided' | 'times'>>(APPEALS, ends);
    const spent = await this.one<Times>(APPEAL_TIMES, ends);
    return { ...counts, decided: counts.upheld + counts.reversed + counts.changed, times: spent };
  }

  private earlier(to: Date): Date {
    return new Date(Math.min(to.getTime(), this.clock.now().getTime()));
  }

  private async one<Row>(sql: string, parameters: readonly unknown[]): Promise<Row> {
    return (await this.database.query<Row & object>(sql, [...parameters]))[0]!;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
