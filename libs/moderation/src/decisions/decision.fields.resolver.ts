import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow, CommunityRuleModel, type CommunityRuleRow, CommunityRulesLoaders } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { LogLoaders } from '../log/log.loaders.js';
import { LogEntryModel } from '../log/log.model.js';
import type { LogEntryRow } from '../log/log.row.js';
import { ReviewSubjectUnion, ReviewSubjectViews } from '../queue/review-subject.union.js';
import { DecisionReaders } from './decision-readers.js';
import { DecisionModel } from './decision.model.js';
import type { DecisionRow } from './decision.row.js';

/** What only some read of a decision is null to the others. */
@Resolver(() => DecisionModel)
export class DecisionFieldsResolver {
  constructor(
    private readonly readers: DecisionReaders,
    private readonly communities: CommunitiesLoaders,
    private readonly members: MembersLoaders,
    private readonly views: ReviewSubjectViews,
    private readonly rules: CommunityRulesLoaders,
    private readonly log: LogLoaders,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: DecisionRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => ReviewSubjectUnion, { nullable: true, description: 'What it is about, as the reader may see it.' })
  subject(@Parent() { subjectKind, subjectId }: DecisionRow, @Ctx() context: RequestContext): Promise<object | null> {
    return this.views.of(subjectKind, context, subjectId);
  }

  @ResolveField(() => CommunityRuleModel, { nullable: true, description: 'The rule in the wording it was made under; null for a law.' })
  async rule(@Parent() { communityId, ruleNumber: number, ruleVersion: version }: DecisionRow, @Ctx() context: RequestContext): Promise<CommunityRuleRow | null> {
    return number === null || version === null ? null : this.rules.wording.load(context, { communityId, number, version });
  }

  @ResolveField(() => LogEntryModel, { nullable: true, description: 'Its line in the public log.' })
  logEntry(@Parent() { id }: DecisionRow, @Ctx() context: RequestContext): Promise<LogEntryRow | null> {
    return this.log.byDecision.load(context, id);
  }

  @ResolveField(() => String, { nullable: true, description: 'What happened, in the moderator’s words; for whom it affects and for moderators. Null once erased.' })
  async facts(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await this.readers.readsReasons(context, decision)) ? decision.facts : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Quoted from the text; as facts.' })
  async passage(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await this.readers.readsReasons(context, decision)) ? decision.passage : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The language of the facts, as a BCP 47 tag; as facts.' })
  async language(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await this.readers.readsReasons(context, decision)) ? decision.language : null;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Whom it affects; as facts.' })
  async affected(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    if (decision.affectedId === null || !(await this.readers.readsReasons(context, decision))) return null;
    return this.members.byId.load(context, decision.affectedId);
  }

  @ResolveField(() => String, { nullable: true, description: 'What the second moderator said; for moderators.' })
  async secondReason(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await this.readers.reviewsThere(context, decision)) ? decision.secondReason : null;
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether the text was seen to criticise the brand then; for moderators.' })
  async critical(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<boolean | null> {
    return (await this.readers.reviewsThere(context, decision)) ? decision.critical : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it concerns the reader themselves.' })
  concernsViewer(@Parent() { affectedAccountId }: DecisionRow, @Ctx() { actor }: RequestContext): boolean {
    return actor.accountId !== null && actor.accountId === affectedAccountId;
  }
}
