import { createHash } from 'node:crypto';
import { DEFAULT_LEVEL_RIGHTS } from '@fanfare/communities';
import { rowsOf, type Tx } from '@fanfare/database';
import { DAY, newId } from '@fanfare/kernel';
import type { DemoApplication, DemoCall, DemoMovement, DemoTerm } from './content/movement.js';
import { found } from './demo-moments.js';
import type { MovementPlaces } from './movement-places.js';
import { insertAll } from './demo-store.js';
import { writeRevocation } from './demo-revocations.js';
import { daysBefore, numbersFrom } from './demo-votes.js';

const ACCEPT_DAYS = 14;
const MOST_CHARACTERS = 3_000;
/** Whoever has applied saw the call before. */
const SEEN = `
  INSERT INTO call_views (call_id, member_id, community_id, first_at)
  SELECT $1::uuid, m.id, m.community_id, greatest(m.joined_at, coalesce(a.started_at, $3::timestamptz + ($4::timestamptz - $3) * get_byte(uuid_send(m.id), 15) / 256.0))
  FROM members m LEFT JOIN applications a ON a.call_id = $1 AND a.member_id = m.id
  WHERE m.community_id = $2 AND m.joined_at < $4 ORDER BY a.id IS NULL, md5($1::uuid::text || m.id) LIMIT $5`;
/** Confirmed people who were there; their votes count. A few others' do not. */
const VOTES = `
  INSERT INTO application_votes (application_id, member_id, community_id, standing, cast_at)
  SELECT $1::uuid, m.id, m.community_id, CASE m.identity_level WHEN 'ANONYMOUS' THEN 'UNVERIFIED' ELSE 'VERIFIED' END,
    greatest(m.joined_at, $3::timestamptz + ($4::timestamptz - $3) * get_byte(uuid_send(m.id), 14) / 256.0)
  FROM members m WHERE m.community_id = $2 AND m.id <> $5 AND m.joined_at < $4
    AND NOT EXISTS (SELECT FROM role_grants g WHERE g.account_id = m.account_id AND g.community_id = m.community_id)
  ORDER BY md5($1::uuid::text || m.id) LIMIT $6`;
/** Each reviewer's marks by their weights, then the mean of the reviewers. */
const SUM_UP = `
  UPDATE applications a SET panel_points = t.points, reviewers = t.reviewers FROM (
    SELECT r.id, avg(r.points)::numeric(6, 4) AS points, count(*)::int AS reviewers FROM (
      SELECT s.application_id AS id, sum(s.score * c.weight)::numeric / sum(c.weight) AS points FROM application_scores s
      JOIN call_criteria c ON c.call_id = s.call_id AND c.position = s.criterion WHERE s.call_id = $1 GROUP BY s.application_id, s.reviewer_id) r GROUP BY r.id
  ) t WHERE a.id = t.id`;
const OTHERS = `
  SELECT m.handle::text AS handle FROM members m JOIN accounts a ON a.id = m.account_id
  WHERE m.community_id = $1 AND m.joined_at < $2 AND m.identity_level <> 'ANONYMOUS' AND m.handle <> ALL ($3::citext[]) AND a.email LIKE '%.invalid'
    AND NOT EXISTS (SELECT FROM role_grants g WHERE g.account_id = m.account_id) ORDER BY md5(m.handle::text) LIMIT $4`;

type Written = DemoApplication & { readonly id: string };

/** Writes the calls of a demo community, who answered them, and the terms that came of it, in the caller's transaction. */
export class DemoRecruitmentWriter {
  private agreements: { readonly id: string; readonly hash: string }[] = [];
  /** Of who serves or served, by handle: the latest. */
  readonly terms = new Map<string, string>();

  constructor(
    private readonly tx: Tx,
    private readonly places: MovementPlaces,
    private readonly now: Date,
  ) {}

  async write({ agreements, calls }: DemoMovement): Promise<void> {
    await this.openCallsToAll();
    for (const [at, { text, daysAgo }] of agreements.entries()) await this.writeAgreement(at + 1, text, daysAgo);
    for (const call of calls) await this.writeCall(newId(this.ago(call.opensDaysAgo).getTime()), call);
  }

  /** The brands of the demo let newcomers apply: the fan whom visitors play is one. All else stays as the house proposes. */
  private async openCallsToAll(): Promise<void> {
    const rights = DEFAULT_LEVEL_RIGHTS;
    await insertAll(this.tx, 'level_rights', [
      ['community_id', 'uuid', rights.map(() => this.places.communityId)], ['level', 'text', rights.map(({ level }) => level)], ['score', 'int', rights.map(({ score }) => score)],
      ['identity_level', 'text', rights.map(({ identityLevel }) => identityLevel)], ['links', 'boolean', rights.map(({ links }) => links)],
      ['images', 'boolean', rights.map(({ images }) => images)], ['votes_per_day', 'int', rights.map(({ votesPerDay }) => votesPerDay)],
      ['report_weight', 'int', rights.map(({ reportWeight }) => reportWeight)], ['apply_to_calls', 'boolean', rights.map(() => true)],
      ['mark_helpful', 'boolean', rights.map(({ markHelpful }) => markHelpful)],
    ]);
  }

  private async writeAgreement(version: number, text: string, daysAgo: number): Promise<void> {
    const one = { id: newId(), hash: createHash('sha256').update(text, 'utf8').digest('hex') };
    this.agreements.push(one);
    await insertAll(this.tx, 'agreements', [
      ['id', 'uuid', [one.id]], ['community_id', 'uuid', [this.places.communityId]], ['version', 'int', [version]], ['locale', 'text', [this.places.locale]],
      ['text', 'text', [text]], ['hash', 'text', [one.hash]], ['since', 'timestamptz', [this.ago(daysAgo)]], ['written_by', 'uuid', [this.places.brand.memberId]],
    ]);
  }

  private async writeCall(id: string, call: DemoCall): Promise<void> {
    const { communityId, brand } = this.places;
    const [opens, closes] = [this.ago(call.opensDaysAgo), this.ago(call.closesDaysAgo)];
    const over = call.closesDaysAgo > 0;
    await insertAll(this.tx, 'calls', [
      ['id', 'uuid', [id]], ['community_id', 'uuid', [communityId]], ['title', 'text', [call.title]], ['story', 'text', [call.story]], ['perks', 'text', [call.perks]],
      ['receives', 'text', [call.receives]], ['seats', 'int', [call.seats]], ['opens_at', 'timestamptz', [opens]], ['closes_at', 'timestamptz', [closes]],
      ['voting_until', 'timestamptz', [call.votingDaysAgo === undefined ? null : this.ago(call.votingDaysAgo)]],
      ['published_at', 'timestamptz', [this.ago(call.opensDaysAgo + 2)]],
      // Told long ago: the demo itself mails nobody.
      ['opened_told_at', 'timestamptz', [opens]], ['closed_told_at', 'timestamptz', [over ? closes : null]],
      ['selection', 'text', [call.selection]], ['blind', 'boolean', [call.blind]], ['least_level', 'text', [call.leastLevel]], ['least_identity', 'text', [call.leastIdentity]],
      ['least_age', 'int', [call.leastAge]], ['reapply_after_days', 'int', [90]], ['term_months', 'int', [call.termMonths]], ['accept_days', 'int', [ACCEPT_DAYS]],
      ['created_by', 'uuid', [brand.memberId]], ['created_at', 'timestamptz', [this.ago(call.opensDaysAgo + 9)]],
    ]);
    await this.tx.query('UPDATE calls SET regions = $2 WHERE id = $1', [id, call.regions]);
    const questions = await this.writeForm(id, call);
    const applications = [...call.applications, ...(await this.others(call))].map((one): Written => ({ ...one, id: newId(this.ago(one.daysAgo).getTime()) }));
    await this.writeApplications(id, applications, questions);
    await this.writeMarks(id, applications);
    await this.writeAnswers(applications);
    for (const one of applications) await this.writeSupport(call, one);
    for (const one of applications) if (one.term) await this.writeTerm(call, one, one.term);
    await this.tx.query(SEEN, [id, communityId, opens, over ? closes : this.now, call.seen]);
  }

  /** Questions, criteria, reviewers, and what changed. @returns the questions' ids */
  private async writeForm(id: string, { questions, criteria, reviewers, extended, opensDaysAgo, closesDaysAgo }: DemoCall): Promise<string[]> {
    const { communityId, brand } = this.places;
    const ids = questions.map(() => newId());
    for (const [at, { kind, text, help = '', choices = [], required, audience }] of questions.entries()) {
      await this.tx.query(
        'INSERT INTO call_questions (id, call_id, position, kind, text, help, choices, required, max_length, audience) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [ids[at], id, at, kind, text, help, choices, required, MOST_CHARACTERS, audience]);
    }
    await insertAll(this.tx, 'call_criteria', [
      ['call_id', 'uuid', criteria.map(() => id)], ['position', 'int', criteria.map((_, at) => at)],
      ['label', 'text', criteria.map(({ label }) => label)], ['weight', 'int', criteria.map(({ weight }) => weight)],
    ]);
    await insertAll(this.tx, 'call_reviewers', [
      ['call_id', 'uuid', reviewers.map(() => id)], ['member_id', 'uuid', reviewers.map((handle) => this.member(handle))],
      ['community_id', 'uuid', reviewers.map(() => communityId)], ['named_by', 'uuid', reviewers.map(() => brand.memberId)],
      ['named_at', 'timestamptz', reviewers.map(() => this.ago(opensDaysAgo + 1))],
    ]);
    if (!extended) return ids;
    await this.tx.query(
      `INSERT INTO call_changes (id, call_id, community_id, kind, notice, closes_at, changed_by, changed_at) VALUES ($1, $2, $3, 'EXTENDED', $4, $5, $6, $7)`,
      [newId(), id, communityId, extended.notice, this.ago(closesDaysAgo), brand.memberId, this.ago(extended.daysAgo)]);
    return ids;
  }

  /** Those who got a no and are not named in the content. */
  private async others(call: DemoCall): Promise<DemoApplication[]> {
    const { declined, opensDaysAgo, closesDaysAgo } = call;
    if (!declined) return [];
    const named = call.applications.map(({ member }) => member);
    const rows = await rowsOf<{ handle: string }>(this.tx, OTHERS, [this.places.communityId, this.ago(opensDaysAgo), named, declined.count]);
    const random = numbersFrom(call.key);
    return rows.map(({ handle }, at): DemoApplication => ({
      member: handle, state: 'DECLINED', daysAgo: closesDaysAgo + random() * (opensDaysAgo - closesDaysAgo), country: this.places.locale === 'fr' ? 'FR' : 'GB',
      answers: declined.answers[at % declined.answers.length]!,
      marks: { BRAND: call.criteria.map(() => 1 + Math.floor(random() * 3)) },
      decisions: [{ state: 'DECLINED', daysAgo: closesDaysAgo - 4 - random() * 3, reason: declined.reasons[at % declined.reasons.length]! }],
    }));
  }

  private async writeApplications(callId: string, all: readonly Written[], questions: readonly string[]): Promise<void> {
    const sent = (one: Written) => (one.state === 'DRAFT' ? null : this.ago(one.daysAgo));
    const decidedAt = ({ decisions }: Written) => (decisions?.length ? this.ago(decisions.at(-1)!.daysAgo) : null);
    await insertAll(this.tx, 'applications', [
      ['id', 'uuid', all.map(({ id }) => id)], ['call_id', 'uuid', all.map(() => callId)], ['community_id', 'uuid', all.map(() => this.places.communityId)],
      ['member_id', 'uuid', all.map(({ member }) => this.member(member))], ['state', 'text', all.map(({ state }) => state)],
      ['country', 'text', all.map(({ country }) => country)], ['of_age', 'boolean', all.map(() => true)],
      ['started_at', 'timestamptz', all.map(({ daysAgo }) => this.ago(daysAgo + 0.2))], ['changed_at', 'timestamptz', all.map((one) => decidedAt(one) ?? this.ago(one.daysAgo))],
      ['submitted_at', 'timestamptz', all.map(sent)], ['decided_at', 'timestamptz', all.map(decidedAt)],
      ['withdrawn_at', 'timestamptz', all.map(({ state, daysAgo }) => (state === 'WITHDRAWN' ? this.ago(daysAgo / 2) : null))],
      ['waiting_place', 'int', all.map(({ waitingPlace }) => waitingPlace ?? null)],
      ['seat_left_at', 'timestamptz', all.map(({ seatLeftDaysAgo }) => (seatLeftDaysAgo === undefined ? null : this.ago(seatLeftDaysAgo)))],
      ['declared_reach', 'jsonb', all.map(({ reach = [] }) => JSON.stringify(reach))],
    ]);
    const given = all.flatMap(({ id, answers }) => answers.flatMap((answer, at) => (answer === '' ? [] : [{ id, question: questions[at], answer }])));
    await insertAll(this.tx, 'application_answers', [
      ['application_id', 'uuid', given.map(({ id }) => id)], ['call_id', 'uuid', given.map(() => callId)],
      ['question_id', 'uuid', given.map(({ question }) => question)], ['answer', 'text', given.map(({ answer }) => answer)],
    ]);
  }

  private async writeMarks(callId: string, all: readonly Written[]): Promise<void> {
    const { communityId, brand } = this.places;
    const marks = all.flatMap(({ id, marks: given = {}, daysAgo }) =>
      Object.entries(given).flatMap(([reviewer, scores]) => scores.map((score, criterion) => ({
        id, criterion, score, by: reviewer === 'BRAND' ? brand.memberId : this.member(reviewer), at: this.ago(Math.max(daysAgo - 1, 0.1)),
      }))));
    await insertAll(this.tx, 'application_scores', [
      ['application_id', 'uuid', marks.map(({ id }) => id)], ['call_id', 'uuid', marks.map(() => callId)], ['community_id', 'uuid', marks.map(() => communityId)],
      ['reviewer_id', 'uuid', marks.map(({ by }) => by)], ['criterion', 'int', marks.map(({ criterion }) => criterion)],
      ['score', 'int', marks.map(({ score }) => score)], ['scored_at', 'timestamptz', marks.map(({ at }) => at)],
    ]);
    await this.tx.query(SUM_UP, [callId]);
    for (const { id, conflict, daysAgo } of all) {
      if (!conflict) continue;
      await this.tx.query('INSERT INTO application_conflicts (application_id, community_id, reviewer_id, reason, declared_at) VALUES ($1, $2, $3, $4, $5)',
        [id, communityId, this.member(conflict.by), conflict.reason, this.ago(Math.max(daysAgo - 1, 0.1))]);
    }
  }

  /** What the applicants were answered, each with its reason. */
  private async writeAnswers(all: readonly Written[]): Promise<void> {
    const { communityId, brand } = this.places;
    const said = all.flatMap(({ id, decisions = [] }) => decisions.map((decision) => ({ id, ...decision })));
    await insertAll(this.tx, 'application_decisions', [
      ['id', 'uuid', said.map(({ daysAgo }) => newId(this.ago(daysAgo).getTime()))], ['application_id', 'uuid', said.map(({ id }) => id)],
      ['community_id', 'uuid', said.map(() => communityId)], ['state', 'text', said.map(({ state }) => state)], ['reason', 'text', said.map(({ reason }) => reason)],
      ['decided_by', 'uuid', said.map(({ byNobody }) => (byNobody ? null : brand.memberId))], ['decided_at', 'timestamptz', said.map(({ daysAgo }) => this.ago(daysAgo))],
    ]);
  }

  private async writeSupport(call: DemoCall, { id, member, votes, nominatedBy, daysAgo }: Written): Promise<void> {
    const { communityId, circles } = this.places;
    if (votes) await this.tx.query(VOTES, [id, communityId, this.ago(daysAgo), call.closesDaysAgo > 0 ? this.ago(call.closesDaysAgo) : this.now, this.member(member), votes]);
    if (!nominatedBy) return;
    await this.tx.query('INSERT INTO application_nominations (application_id, circle_id, community_id, nominated_by, nominated_at) VALUES ($1, $2, $3, $4, $5)',
      [id, found(circles, nominatedBy), communityId, this.member(member), this.ago(daysAgo - 0.1)]);
  }

  private async writeTerm({ receives, termMonths }: DemoCall, { id: application, member }: Written, term: DemoTerm): Promise<void> {
    const { state, offeredDaysAgo, acceptedDaysAgo, endedDaysAgo, agreement = 1, revocation } = term;
    const accepted = acceptedDaysAgo === undefined ? null : this.ago(acceptedDaysAgo);
    const agreed = accepted ? this.agreements[agreement - 1]! : null;
    const ends = accepted && (state === 'ENDED' ? this.ago(endedDaysAgo!) : monthsAfter(accepted, termMonths));
    const [id, memberId] = [newId(this.ago(offeredDaysAgo).getTime()), this.member(member)];
    const endedAt = endedDaysAgo === undefined ? null : this.ago(endedDaysAgo);
    await insertAll(this.tx, 'terms', [
      ['id', 'uuid', [id]], ['community_id', 'uuid', [this.places.communityId]], ['member_id', 'uuid', [memberId]], ['application_id', 'uuid', [application]],
      ['state', 'text', [state]], ['receives', 'text', [receives]], ['months', 'int', [termMonths]], ['offered_at', 'timestamptz', [this.ago(offeredDaysAgo)]],
      ['accept_until', 'timestamptz', [new Date(this.ago(offeredDaysAgo).getTime() + ACCEPT_DAYS * DAY)]], ['agreement_id', 'uuid', [agreed?.id ?? null]],
      ['agreement_hash', 'text', [agreed?.hash ?? null]], ['accepted_at', 'timestamptz', [accepted]], ['starts_at', 'timestamptz', [accepted]],
      ['ends_at', 'timestamptz', [ends]], ['ended_at', 'timestamptz', [endedAt]],
    ]);
    if (endedAt && revocation) await writeRevocation(this.tx, this.places, { id, memberId, endedAt }, revocation, this.now);
    if (accepted) this.terms.set(member, id);
  }

  private member(handle: string): string {
    return found(this.places.members, handle);
  }

  private ago(days: number): Date {
    return daysBefore(this.now, days);
  }
}

function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
