import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { type ReviewSubjectKind, ReviewSubjectKindEnum } from '../moderation.enums.js';
import { ReviewLoaders } from '../queue/review.loaders.js';
import type { ReportCategory } from './report.category.js';
import { ReportInput, ReportPayload } from './report.inputs.js';
import { NoticeModel, ReportCategoryEnum, ReportConnection, ReporterRecordModel, ReportModel, ReportStateEnum } from './report.model.js';
import type { NoticeRow, ReportRow } from './report.row.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

@Access('PUBLIC')
@Resolver(() => ReportModel)
export class ReportsResolver {
  constructor(
    private readonly reports: ReportsService,
    private readonly queries: ReportsQueries,
  ) {}

  @Mutation(() => ReportPayload, { description: 'Says that something breaks a rule or the law. Who is not signed in files notices of illegal content.' })
  async report(@Args('input') input: ReportInput, @Ctx() context: RequestContext): Promise<ReportPayload> {
    return { report: await this.reports.file(context, input) };
  }

  @Query(() => ReportModel, { nullable: true, name: 'report', description: 'By the reference that whoever filed it was given; state and outcome.' })
  find(@Args('reference') reference: string): Promise<ReportRow | null> {
    return this.queries.byReference(reference);
  }
}

/** What a report shows beyond state and outcome: all of it to moderators, their own words to who filed it. */
@Resolver(() => ReportModel)
export class ReportFieldsResolver {
  constructor(
    private readonly loaders: ReviewLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => ReportStateEnum)
  state(@Parent() { outcome }: ReportRow): 'WAITING' | 'DECIDED' {
    return outcome === null ? 'WAITING' : 'DECIDED';
  }

  @ResolveField(() => ReportCategoryEnum, { nullable: true })
  async category(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<ReportCategory | null> {
    return (await this.mayRead(context, report)) ? report.category : null;
  }

  @ResolveField(() => String, { nullable: true })
  async explanation(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await this.mayRead(context, report)) ? report.explanation : null;
  }

  @ResolveField(() => ReviewSubjectKindEnum, { nullable: true })
  async subjectKind(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<ReviewSubjectKind | null> {
    if (!(await this.mayRead(context, report))) return null;
    return (await this.loaders.item.load(context, report.itemId))?.subjectKind ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  async subjectId(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<string | null> {
    if (!(await this.mayRead(context, report))) return null;
    return (await this.loaders.item.load(context, report.itemId))?.subjectId ?? null;
  }

  @ResolveField(() => NoticeModel, { nullable: true })
  async notice(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<NoticeRow | null> {
    return (await this.mayRead(context, report)) ? this.loaders.notice.load(context, report.id) : null;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who reported; for moderators. Null for a notice from outside.' })
  async reporter(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    if (report.reporterId === null || !(await this.loaders.mayReview(context, report.communityId))) return null;
    return this.members.byId.load(context, report.reporterId);
  }

  @ResolveField(() => ReporterRecordModel, { nullable: true, description: 'What it weighs; for moderators.' })
  async record(@Parent() report: ReportRow, @Ctx() context: RequestContext): Promise<ReporterRecordModel | null> {
    return (await this.loaders.mayReview(context, report.communityId)) ? report : null;
  }

  private async mayRead(context: RequestContext, report: ReportRow): Promise<boolean> {
    const { accountId } = context.actor;
    if (accountId !== null && accountId === report.reporterAccountId) return true;
    return this.loaders.mayReview(context, report.communityId);
  }
}

@Resolver(() => ViewerModel)
export class ViewerReportsResolver {
  constructor(
    private readonly queries: ReportsQueries,
    private readonly communities: CommunitiesQueries,
  ) {}

  @ResolveField(() => ReportConnection, { description: 'What the viewer reported, the latest first.' })
  async reports(
    @Args() page: PageArgs,
    @CurrentActor() actor: Actor,
    @Ctx() context: RequestContext,
    @Args('community', { nullable: true, description: 'The slug; all communities when left out.' }) slug?: string,
  ): Promise<Connection<ReportRow>> {
    FEW_LISTS.count(context);
    const community = slug ? await this.communities.requireBySlug(slug) : null;
    return this.queries.mine(actor.accountId!, page, community?.id);
  }
}
