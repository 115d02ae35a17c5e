import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoaders } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { VerdictRow } from '@fanfare/intake';
import { Clock } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import type { Criticism } from '../criticism/criticism.js';
import { ReportModel } from '../reports/report.model.js';
import type { ReportCategory } from '../reports/report.category.js';
import type { ReportRow } from '../reports/report.row.js';
import type { ReviewSubject } from '../subjects/review-subjects.js';
import { type Factor, explainedPriority, type Priority } from './review-factors.js';
import type { ReviewItemRow } from './review-item.row.js';
import { ReviewLoaders } from './review.loaders.js';
import { CriticismModel, IntakeVerdictModel, IntakeVerdictParamModel, ReviewClaimModel, ReviewContentModel, ReviewFactorModel, ReviewItemModel, ReviewNoteModel, ReviewPriorityModel, ReviewSignalModel } from './review.model.js';
import type { ReviewNoteRow } from './review-notes.service.js';
import type { ReviewSignal } from './review-signals.js';
import { ReviewSubjectUnion, ReviewSubjectViews } from './review-subject.union.js';

/** What one would rather not see without being asked. */
const HARD: ReadonlySet<ReportCategory> = new Set(['HATE', 'HARASSMENT', 'PRIVATE_DATA', 'ILLEGAL_CONTENT']);

interface Claim {
  readonly until: Date;
  readonly mine: boolean;
  readonly by: string;
  readonly communityId: string;
}

@Resolver(() => ReviewItemModel)
export class ReviewItemFieldsResolver {
  constructor(
    private readonly loaders: ReviewLoaders,
    private readonly views: ReviewSubjectViews,
    private readonly members: MembersLoaders,
    private readonly accounts: AccountLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ReviewSubjectUnion, { nullable: true, description: 'As its own type shows it to the reader; null when it is not there any more.' })
  subject(@Parent() { subjectKind, subjectId }: ReviewItemRow, @Ctx() context: RequestContext): Promise<object | null> {
    return this.views.of(subjectKind, context, subjectId);
  }

  @ResolveField(() => ReviewContentModel, { nullable: true, description: 'What stands there now, also where it is held, hidden or removed.' })
  content(@Parent() { subjectKind, subjectId }: ReviewItemRow, @Ctx() context: RequestContext): Promise<ReviewSubject | null> {
    return this.loaders.content.load(context, { kind: subjectKind, id: subjectId });
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Whom it is about.' })
  author(@Parent() { authorId }: ReviewItemRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => String, { nullable: true, description: 'The language in which the author reads the statement of reasons, inbox and mail alike.' })
  async authorLocale(@Parent() { authorId }: ReviewItemRow, @Ctx() context: RequestContext): Promise<string | null> {
    const member = authorId === null ? null : await this.members.byId.load(context, authorId);
    const account = member?.accountId ? await this.accounts.byId.load(context, member.accountId) : null;
    return account?.locale ?? null;
  }

  @ResolveField(() => ReviewPriorityModel)
  async priority(@Parent() item: ReviewItemRow, @Ctx() context: RequestContext): Promise<Priority> {
    return explainedPriority(item, (await this.loaders.reportCount.load(context, item.id)) ?? 0, this.clock.now());
  }

  @ResolveField(() => [ReportModel], { description: 'The weightiest first, a hundred at most.' })
  async reports(@Parent() { id }: ReviewItemRow, @Ctx() context: RequestContext): Promise<ReportRow[]> {
    return (await this.loaders.reports.load(context, id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'Of everybody, also where `reports` shows no more than a hundred.' })
  async reportCount(@Parent() { id }: ReviewItemRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.reportCount.load(context, id)) ?? 0;
  }

  @ResolveField(() => [ReviewSignalModel], { description: 'What machines noticed.' })
  async signals(@Parent() { subjectKind, subjectId }: ReviewItemRow, @Ctx() context: RequestContext): Promise<ReviewSignal[]> {
    return (await this.loaders.signals.load(context, { kind: subjectKind, id: subjectId })) ?? [];
  }

  @ResolveField(() => [IntakeVerdictModel], { description: 'What phases of intake said of it, from the first.' })
  async verdicts(@Parent() { subjectId }: ReviewItemRow, @Ctx() context: RequestContext): Promise<VerdictRow[]> {
    return (await this.loaders.verdicts.load(context, subjectId)) ?? [];
  }

  @ResolveField(() => [ReviewNoteModel], { description: 'From the first.' })
  async notes(@Parent() { id }: ReviewItemRow, @Ctx() context: RequestContext): Promise<ReviewNoteRow[]> {
    return (await this.loaders.notes.load(context, id)) ?? [];
  }

  @ResolveField(() => [ReviewItemModel], { description: 'Earlier incidents of the same subject, the latest first, twenty at most.' })
  async earlier(@Parent() { id }: ReviewItemRow, @Ctx() context: RequestContext): Promise<ReviewItemRow[]> {
    return (await this.loaders.earlier.load(context, id)) ?? [];
  }

  @ResolveField(() => ReviewClaimModel, { nullable: true })
  claim(@Parent() { claimedBy, claimedUntil, communityId }: ReviewItemRow, @Ctx() { actor }: RequestContext): Claim | null {
    if (claimedBy === null || claimedUntil! <= this.clock.now()) return null;
    return { until: claimedUntil!, mine: claimedBy === actor.accountId, by: claimedBy, communityId };
  }

  @ResolveField(() => CriticismModel, { nullable: true, description: 'Whether the text criticises the brand, which is no rule. Null for what has no text.' })
  async criticism(@Parent() item: ReviewItemRow, @Ctx() context: RequestContext): Promise<Criticism | null> {
    const content = await this.loaders.content.load(context, { kind: item.subjectKind, id: item.subjectId });
    return content && content.text !== '' ? this.loaders.criticism(context, item.communityId, content) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether to blur it until asked for.' })
  hardContent(@Parent() { categories }: ReviewItemRow): boolean {
    return categories.some((category) => HARD.has(category));
  }
}

@Resolver(() => ReviewFactorModel)
export class ReviewFactorResolver {
  @ResolveField(() => String, { description: 'What the number comes from, in the reader’s language or English.' })
  words(@Parent() { words }: Factor, @Args('locale', { type: () => String, nullable: true }) locale?: string | null): string {
    return locale?.startsWith('fr') ? words.fr : words.en;
  }
}

@Resolver(() => IntakeVerdictModel)
export class IntakeVerdictResolver {
  @ResolveField(() => [IntakeVerdictParamModel], { description: 'Its numbers and words, for the sentence that tells it.' })
  params(@Parent() { params }: VerdictRow): IntakeVerdictParamModel[] {
    return Object.entries(params).map(([name, value]) => ({ name, value: String(value) }));
  }
}

@Resolver(() => ReviewSignalModel)
export class ReviewSignalResolver {
  @ResolveField(() => String, { description: 'In the reader’s language or English.' })
  words(@Parent() { words }: ReviewSignal, @Args('locale', { type: () => String, nullable: true }) locale?: string | null): string {
    return locale?.startsWith('fr') ? words.fr : words.en;
  }
}

@Resolver(() => ReviewClaimModel)
export class ReviewClaimResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null for somebody of the panel who is no member here.' })
  by(@Parent() { by, communityId }: Claim, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byAccount.load(context, { accountId: by, communityId });
  }
}


@Resolver(() => ReviewNoteModel)
export class ReviewNoteResolver {
  constructor(
    private readonly loaders: ReviewLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null for somebody of the panel who is no member here, and for who left.' })
  async author(@Parent() { authorAccountId, itemId }: ReviewNoteRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    const item = authorAccountId === null ? null : await this.loaders.item.load(context, itemId);
    return item && this.members.byAccount.load(context, { accountId: authorAccountId!, communityId: item.communityId });
  }
}
