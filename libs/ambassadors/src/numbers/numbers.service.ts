import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Actor, Clock, DAY, enforce, Problem } from '@fanfare/kernel';
import { canManageRewards } from '../rewards/reward.policy.js';
import { csvRow } from './csv.js';
import { COLUMNS, FACTS, type FactsName, TAKEN_UP_BY } from './facts.js';
import type { Amplification, AnswerTimes, Appropriation, CallFunnel, ChannelReach, Credibility, Disclosure, MissionCost, Numbers, ReachDay } from './numbers.js';

/** A stretch of time, and which call. */
export interface Asked {
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
  readonly call: string | null;
}

const LONGEST_MS = 1_100 * DAY;

const HOURS = (begin: string, end: string) => `extract(epoch FROM ${end} - ${begin})::float8 / 3600`;

const TIMES = (begin: string) => `
  count(*)::int AS count, percentile_disc(0.5) WITHIN GROUP (ORDER BY ${HOURS(begin, 'answered_at')}) AS median,
  percentile_disc(0.9) WITHIN GROUP (ORDER BY ${HOURS(begin, 'answered_at')}) AS ninetieth`;

/** Accepted in the time, and not taken back since. */
const ACCEPTED = `state = 'ACCEPTED' AND accepted_at >= $2 AND accepted_at < $3`;

const ANSWERED = 'answered_at >= $2 AND answered_at < $3';

/** Each over the facts of its name. */
const SUMS = {
  funnel: `SELECT call AS "callId", title, count(*)::int AS seen, count(started_at)::int AS started, count(submitted_at)::int AS submitted,
    count(selected_at)::int AS selected, count(accepted_at)::int AS accepted FROM facts GROUP BY call, title ORDER BY call DESC`,
  applicationAnswers: `SELECT ${TIMES('submitted_at')} FROM facts WHERE submitted_at IS NOT NULL AND ${ANSWERED}`,
  missions: 'SELECT state, count(*)::int AS count FROM facts GROUP BY state ORDER BY state',
  entries: 'SELECT state, count(*)::int AS count FROM facts WHERE submitted_at >= $2 GROUP BY state ORDER BY state',
  entryAnswers: `SELECT ${TIMES('submitted_at')} FROM facts WHERE ${ANSWERED}`,
  accepted: `SELECT mission, title, count(*)::int AS count FROM facts WHERE ${ACCEPTED} GROUP BY mission, title ORDER BY mission`,
  amplified: `SELECT mission, title, sum(visitors)::int AS visitors,
    count(DISTINCT entry) FILTER (WHERE visitors > 0 AND NOT (accepted_at >= $2 AND accepted_at < $3))::int AS earlier
    FROM facts WHERE entry IS NOT NULL GROUP BY mission, title ORDER BY mission`,
  days: 'SELECT day, sum(visitors)::int AS visitors FROM facts GROUP BY day HAVING sum(visitors) > 0 ORDER BY day',
  disclosure: `SELECT count(*) FILTER (WHERE verdict = 'FOUND')::int AS found, count(*) FILTER (WHERE verdict = 'MISSING')::int AS missing,
    count(*) FILTER (WHERE verdict = 'UNREACHABLE')::int AS unreachable, count(*) FILTER (WHERE verdict IS NULL)::int AS unread FROM facts`,
  reach: `SELECT channel, count(DISTINCT link)::int AS links, sum(visitors)::int AS visitors, sum(robots)::int AS robots FROM facts
    GROUP BY channel ORDER BY sum(visitors) DESC, channel`,
  credibility: `SELECT coalesce(sum(visitors * weight), 0)::float8 AS weighed,
    coalesce(sum(visitors * weight) FILTER (WHERE identity_level = 'VERIFIED' AND (disclosed OR NOT paid)), 0)::float8 AS credible,
    coalesce(sum(visitors * weight) FILTER (WHERE identity_level = 'VERIFIED' AND NOT disclosed AND paid), 0)::float8 AS undisclosed,
    coalesce(sum(visitors * weight) FILTER (WHERE identity_level <> 'VERIFIED'), 0)::float8 AS unverified
    FROM (SELECT *, 1 + ln(1 + greatest(reputation, 0)::float8) / ln(2::float8) AS weight FROM facts) voices`,
  costs: `SELECT mission AS "missionId", title, coalesce(sum(amount) FILTER (WHERE perk IS NULL), 0)::float8 AS points,
    coalesce(sum(amount) FILTER (WHERE perk IS NOT NULL), 0)::float8 AS perks FROM facts GROUP BY mission, title ORDER BY points DESC, mission`,
  appropriation: `SELECT kind, count(*)::int AS started, count(*) FILTER (WHERE taken_up_by >= ${TAKEN_UP_BY})::int AS "takenUp" FROM facts GROUP BY kind ORDER BY kind`,
} as const;

/** What became of a movement, counted; and the rows it was counted from. For the brand's team. */
@Injectable()
export class NumbersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED`, `INVALID_INPUT` (a time that ends before it begins, or is too long) */
  async of(actor: Actor, communityId: string, asked: Asked): Promise<Numbers> {
    const sum = this.summing(actor, communityId, asked);
    const [calls, [applicationAnswers], missions, entries, [entryAnswers], accepted, [disclosure], reach, reachDays, amplified, [credibility], costs, appropriation] = await Promise.all([
      sum<CallFunnel>('calls', SUMS.funnel),
      sum<AnswerTimes>('calls', SUMS.applicationAnswers),
      sum<{ state: string; count: number }>('missions', SUMS.missions),
      sum<{ state: string; count: number }>('entries', SUMS.entries),
      sum<AnswerTimes>('entries', SUMS.entryAnswers),
      sum<Accepted>('entries', SUMS.accepted),
      sum<Omit<Disclosure, 'rate'>>('disclosures', SUMS.disclosure),
      sum<ChannelReach>('reach', SUMS.reach),
      sum<ReachDay>('reach', SUMS.days),
      sum<{ mission: string; title: string; visitors: number; earlier: number }>('reach', SUMS.amplified),
      sum<Omit<Credibility, 'value'>>('reach', SUMS.credibility),
      sum<Omit<MissionCost, 'accepted'>>('costs', SUMS.costs),
      sum<Appropriation>('appropriation', SUMS.appropriation),
    ]);
    const acceptedIn = new Map(accepted.map(({ mission, count }) => [mission, count]));
    const paid = new Set(costs.map(({ missionId }) => missionId));
    const unpaid = accepted.filter(({ mission }) => !paid.has(mission)).map(({ mission, title }) => ({ missionId: mission, title, points: 0, perks: 0 }));
    return {
      calls,
      missions,
      entries,
      disclosure: { ...disclosure!, rate: share(disclosure!.found, disclosure!.found + disclosure!.missing) },
      entryAnswers: entryAnswers!,
      applicationAnswers: applicationAnswers!,
      reach,
      costs: [...costs, ...unpaid].map((cost) => ({ ...cost, accepted: acceptedIn.get(cost.missionId ?? '') ?? 0 })),
      reachDays,
      amplification: amplificationOf(amplified, accepted),
      credibility: { ...credibility!, value: share(credibility!.credible, credibility!.weighed) },
      appropriation,
    };
  }

  /** The rows behind the numbers, as a file of comma-separated values with a header. @throws as `of` */
  async file(actor: Actor, communityId: string, asked: Asked, name: FactsName): Promise<string> {
    const columns = COLUMNS[name];
    const rows = await this.summing(actor, communityId, asked)<Record<string, unknown>>(name, `SELECT * FROM facts ORDER BY ${columns.join(', ')}`);
    return csvRow(columns) + rows.map((row) => csvRow(columns.map((column) => row[column]))).join('');
  }

  private summing(actor: Actor, communityId: string, { from, to, call }: Asked) {
    enforce(canManageRewards(actor, communityId));
    const length = to.getTime() - from.getTime();
    if (!(length > 0 && length <= LONGEST_MS)) throw new Problem('INVALID_INPUT', { field: 'to' });
    const asked = [communityId, from, to, call, this.clock.now()];
    return <Row>(facts: FactsName, sums: string): Promise<Row[]> => this.database.query<Row>(`WITH facts AS (${FACTS[facts]}) ${sums}`, asked);
  }
}

interface Accepted {
  readonly mission: string;
  readonly title: string;
  readonly count: number;
}

/** Of each mission with work, the farthest first, and of all together. */
function amplificationOf(reached: readonly (Omit<Accepted, 'count'> & { readonly visitors: number; readonly earlier: number })[], accepted: readonly Accepted[]): Amplification {
  const missions = new Map(accepted.map(({ mission, title, count }) => [mission, { missionId: mission, title, visitors: 0, works: count }]));
  for (const { mission, title, visitors, earlier } of reached) {
    missions.set(mission, { missionId: mission, title, visitors, works: earlier + (missions.get(mission)?.works ?? 0) });
  }
  const rows = [...missions.values()].filter(({ works }) => works > 0).map((row) => ({ ...row, value: row.visitors / row.works }));
  const [visitors, works] = [rows.reduce((sum, row) => sum + row.visitors, 0), rows.reduce((sum, row) => sum + row.works, 0)];
  return { visitors, works, value: share(visitors, works), missions: rows.sort((one, other) => other.value - one.value) };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
