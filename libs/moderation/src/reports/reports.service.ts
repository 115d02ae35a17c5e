import { Injectable } from '@nestjs/common';
import { AccountsService, ActivityService, AttemptsService } from '@fanfare/access';
import { isUniqueViolation, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import type { RequestContext } from '@fanfare/graphql';
import { type Actor, cleanText, Clock, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { ReportFiled } from '../moderation.events.js';
import type { ReviewItemRow } from '../queue/review-item.row.js';
import { reportFactorOf } from '../queue/review-priority.js';
import { ReviewItemsService } from '../queue/review-items.service.js';
import { type Notice, noticeOf, type NoticeWords } from './notice.js';
import { newReference } from './reference.js';
import type { ReportCategory } from './report.category.js';
import type { ReportRow } from './report.row.js';
import { isStranger, togetherOf, type WeighedReport, weightOf } from './report-weight.js';
import { type ReportedSubject, ReportedSubjects } from './reported-subjects.service.js';
import { ReportersQueries } from './reporters.queries.js';
import { ReportsQueries } from './reports.queries.js';
import { type CountedReport, WeightHolds } from './weight-holds.service.js';

const EXPLANATION = { min: 0, max: 5000 } as const;

export interface NewReport {
  /** The id of an idea, a comment, a creation, a response, a post or a member. */
  readonly subject: string;
  readonly category: ReportCategory;
  /** In the reporter's words; what Article 16 calls the reasons, and needed in a notice. */
  readonly explanation?: string | null;
  /** Needed with ILLEGAL_CONTENT, refused with anything else. */
  readonly notice?: NoticeWords | null;
  /** What a visitor is answered in. */
  readonly locale?: string | null;
  readonly idempotencyKey?: string | null;
}

interface Told {
  readonly category: ReportCategory;
  readonly explanation: string;
  readonly notice: Notice | null;
}

const INSERT = `
  INSERT INTO reports (id, reference, community_id, item_id, reporter_id, category, explanation, weight, established, filed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const INSERT_NOTICE = `
  INSERT INTO illegal_content_notices (report_id, law, location, name, email, name_withheld, locale, good_faith_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const OF_ITEM = 'SELECT category, weight, established FROM reports WHERE item_id = $1';

/** People say what breaks a rule or the law. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly subjects: ReportedSubjects,
    private readonly reporters: ReportersQueries,
    private readonly items: ReviewItemsService,
    private readonly weightHolds: WeightHolds,
    private readonly queries: ReportsQueries,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
    private readonly activity: ActivityService,
    private readonly attempts: AttemptsService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Reports something, once for each time it comes up. Who is no member files notices of illegal content only.
   *
   * @throws Problem `NOT_FOUND`, `OWN_CONTENT`, `ALREADY_REPORTED`, `SIGN_IN_REQUIRED`, `NOT_A_MEMBER`, `RESTRICTED`, `INVALID_INPUT` (a notice that is
   * incomplete, or no notice), `EMPTY_TEXT`, `TOO_LONG`, `INVALID_EMAIL`, `TOO_MANY_ATTEMPTS`, `IDEMPOTENCY_KEY_REUSED`
   */
  async file(context: RequestContext, input: NewReport): Promise<ReportRow> {
    const { actor } = context;
    if (actor.accountId === null && input.category !== 'ILLEGAL_CONTENT') throw new Problem('SIGN_IN_REQUIRED');
    const told = await this.told(actor, input);
    await this.count(context, told.notice);
    const fresh = newId();
    const id = await this.transactor.run(async (tx) => {
      if (actor.accountId === null) return this.insert(tx, actor, fresh, input.subject, told);
      const { idempotencyKey: key, ...rest } = input;
      const retryable = { accountId: actor.accountId, key, operation: 'report', input: rest };
      return (await makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, input.subject, told).then(() => undefined))).id;
    });
    return (await this.queries.byId(id))!;
  }

  /** What was said, fit to keep. */
  private async told(actor: Actor, { category, explanation, notice, locale }: NewReport): Promise<Told> {
    const isNotice = category === 'ILLEGAL_CONTENT';
    if (isNotice !== Boolean(notice)) throw new Problem('INVALID_INPUT', { field: 'notice' });
    const words = cleanText('explanation', explanation ?? '', { ...EXPLANATION, min: isNotice ? 1 : 0 });
    if (!notice) return { category, explanation: words, notice: null };
    const account = actor.accountId === null ? null : await this.accounts.byId(actor.accountId);
    return { category, explanation: words, notice: noticeOf(notice, account, locale ?? null) };
  }

  private async count({ actor, http }: RequestContext, notice: Notice | null): Promise<void> {
    if (actor.accountId !== null) return this.activity.take(actor, 'report');
    await this.attempts.take({ operation: 'fileNotice', subject: notice?.email ?? http.ip, ip: http.ip });
  }

  private async insert(tx: Tx, actor: Actor, id: string, subjectId: string, told: Told): Promise<string> {
    const subject = await this.subjects.require(tx, actor, subjectId);
    if (actor.accountId !== null && subject.authorAccountId === actor.accountId) throw new Problem('OWN_CONTENT');
    const member = await this.reporterOf(tx, actor, subject, told.category);
    const { item } = await this.items.openOrJoin(tx, subject, actor.accountId);
    const weighed = await this.weighed(tx, member);
    const { communityId } = subject;
    const values = [id, newReference(), communityId, item.id, member?.id ?? null, told.category, told.explanation, weighed.weight, weighed.established, this.clock.now()];
    await endingRaces(() => tx.query(INSERT, values));
    if (told.notice) await this.keepNotice(tx, id, told.notice);
    await this.weigh(tx, item, subject);
    const payload = { kind: subject.kind, about: subject.id, item: item.id, category: told.category };
    await this.events.append(tx, ReportFiled, { communityId, actorId: null, subjectId: id, payload });
    return id;
  }

  /** Who reports, as a member; nobody for a notice from outside. */
  private async reporterOf(tx: Tx, actor: Actor, { communityId }: ReportedSubject, category: ReportCategory): Promise<MemberRow | null> {
    if (actor.accountId === null) return null;
    try {
      return await this.members.requireMember(tx, actor, communityId, 'REPORTING');
    } catch (error) {
      if (category === 'ILLEGAL_CONTENT' && error instanceof Problem) return null; // anybody may, whatever they may not do here
      throw error;
    }
  }

  private async weighed(tx: Tx, member: MemberRow | null): Promise<WeighedReport> {
    if (member === null) return { weight: 0, established: false };
    const standing = await this.reporters.standingOf(tx, member);
    return { weight: weightOf(standing), established: !isStranger(standing) };
  }

  private async keepNotice(tx: Tx, reportId: string, notice: Notice): Promise<void> {
    const { law, location, name, email, nameWithheld, locale } = notice;
    await tx.query(INSERT_NOTICE, [reportId, law, location, name, email, nameWithheld, locale, this.clock.now()]);
  }

  /** Notes what all reports come to now, and holds what they are about when they weigh enough. */
  private async weigh(tx: Tx, item: ReviewItemRow, { supporters, comments }: ReportedSubject): Promise<void> {
    const reports = await rowsOf<CountedReport>(tx, OF_ITEM, [item.id]);
    const categories = [...new Set(reports.map(({ category }) => category))].sort();
    const weighed = await this.items.weigh(tx, item, { categories, supporters, comments, reportWeight: reportFactorOf(togetherOf(reports)) });
    await this.weightHolds.consider(tx, weighed, reports);
  }
}

/** One report of each person and incident: the index says who was first. */
async function endingRaces(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (isUniqueViolation(error, 'reports_one_each')) throw new Problem('ALREADY_REPORTED');
    throw error;
  }
}
