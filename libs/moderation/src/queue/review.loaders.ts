import { Injectable } from '@nestjs/common';
import { CommunitiesLoaders } from '@fanfare/communities';
import { Database } from '@fanfare/database';
import { groupedBy, Loader, type RequestContext } from '@fanfare/graphql';
import { IntakeVerdicts, type VerdictRow } from '@fanfare/intake';
import { type Criticism, criticismOf } from '../criticism/criticism.js';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import type { NoticeRow, ReportRow } from '../reports/report.row.js';
import { ReportsQueries } from '../reports/reports.queries.js';
import { type ReviewSubject, ReviewSubjects } from '../subjects/review-subjects.js';
import type { ReviewItemRow } from './review-item.row.js';
import { type ReviewNoteRow, ReviewNotes } from './review-notes.service.js';
import { ReviewQueueQueries } from './review-queue.queries.js';
import { type ReviewSignal, ReviewSignals } from './review-signals.js';
import { Reviewers } from './reviewers.service.js';

/** One subject of one kind. */
export interface SubjectKey {
  readonly kind: ReviewSubjectKind;
  readonly id: string;
}

const keyOf = ({ kind, id }: SubjectKey) => `${kind}:${id}`;

/** Edges of review items, batched per request. They ask nothing about who reads: an item is only given to whoever may have it. */
@Injectable()
export class ReviewLoaders {
  readonly item = new Loader<ReviewItemRow>((ids) => this.queue.byIds(ids));
  readonly notes = new Loader<ReviewNoteRow[]>((ids) => this.notesOf.ofItems(ids));
  readonly reports = new Loader<ReportRow[]>((ids) => this.reportsQueries.ofItems(ids));
  readonly reportCount = new Loader<number>((ids) => this.reportsQueries.counts(ids));
  readonly notice = new Loader<NoticeRow>((ids) => this.reportsQueries.notices(ids));
  /** By subject: what intake said of it. */
  readonly verdicts = new Loader<VerdictRow[]>((ids) => this.intake.ofSubjects(ids));
  /** By item, about the same subject. */
  readonly earlier = new Loader<ReviewItemRow[]>((ids) => this.queue.earlierThan(ids));
  /** What stands there now, whoever may read it elsewhere. */
  readonly content = new Loader<ReviewSubject, SubjectKey>((keys) => this.ofKinds(keys, (kind, ids) => this.contents(kind, ids)), keyOf);
  readonly signals = new Loader<ReviewSignal[], SubjectKey>((keys) => this.ofKinds(keys, (kind, ids) => this.signalsOf.of(kind, ids)), keyOf);

  /** Whether the reader has reported something that still waits. */
  readonly reportedByViewer = new Loader<true, SubjectKey>(
    async (keys, { actor }) => (actor.accountId === null ? new Map() : this.reportsQueries.waitingOf(actor.accountId, keys)), keyOf);

  /** By community. */
  private readonly reviews = new Loader<true>((ids, { actor }) => this.reviewed(ids, (id) => this.reviewers.officeOf(actor, id)));

  constructor(
    private readonly database: Database,
    private readonly queue: ReviewQueueQueries,
    private readonly notesOf: ReviewNotes,
    private readonly reportsQueries: ReportsQueries,
    private readonly subjects: ReviewSubjects,
    private readonly signalsOf: ReviewSignals,
    private readonly reviewers: Reviewers,
    private readonly communities: CommunitiesLoaders,
    private readonly intake: IntakeVerdicts,
  ) {}

  /** Whether the reader reviews in a community. */
  async mayReview(context: RequestContext, communityId: string): Promise<boolean> {
    return (await this.reviews.load(context, communityId)) ?? false;
  }

  /** What a text says against the brand of its community. */
  async criticism(context: RequestContext, communityId: string, { title, text }: ReviewSubject): Promise<Criticism> {
    const community = await this.communities.byId.load(context, communityId);
    return criticismOf({ title, text, names: community ? [community.name, community.slug] : [] });
  }

  /** Nobody asks about more than a few communities at once. */
  private async reviewed(ids: readonly string[], officeOf: (id: string) => Promise<unknown>): Promise<Map<string, true>> {
    const offices = await Promise.all(ids.map(async (id) => [id, await officeOf(id)] as const));
    return new Map(offices.filter(([, office]) => office !== null).map(([id]) => [id, true]));
  }

  private async contents(kind: ReviewSubjectKind, ids: readonly string[]): Promise<ReadonlyMap<string, ReviewSubject>> {
    return this.subjects.kinds.includes(kind) ? this.subjects.of(kind).load(this.database.reader, ids) : new Map();
  }

  private async ofKinds<V>(keys: readonly SubjectKey[], read: (kind: ReviewSubjectKind, ids: readonly string[]) => Promise<ReadonlyMap<string, V>>): Promise<Map<string, V>> {
    const kinds = [...groupedBy([...keys], ({ kind }) => kind)];
    const found = await Promise.all(kinds.map(async ([kind, those]) => [kind, await read(kind as ReviewSubjectKind, those.map(({ id }) => id))] as const));
    return new Map(found.flatMap(([kind, values]) => [...values].map(([id, value]) => [`${kind}:${id}`, value] as const)));
  }
}
