import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentModel, type CommentRow, CommentsLoaders } from '@fanfare/comments';
import { type Connection, Ctx, PageArgs, RequestContext } from '@fanfare/graphql';
import { canRead, IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { TENTHS } from '../ledger/score.js';
import { missingFor, type Missing } from '../levels/level.js';
import type { Rule } from '../rules/rule.js';
import { ruleOf, RULES } from '../rules/rules.js';
import {
  CauseModel,
  NextLevelModel,
  ReputationEntryConnection,
  ReputationEntryModel,
  ReputationMeritModel,
  ReputationModel,
  ReputationRuleModel,
  ReputationSourceModel,
  type ReversalReason,
  ReversalReasonEnum,
  ScorePointModel,
} from './reputation.model.js';
import { ReputationLoaders } from './reputation.loaders.js';
import { canReadEntries } from './reputation.policy.js';
import { type EntryRow, ReputationQueries, type ScorePoint } from './reputation.queries.js';
import { reversalReasonOf } from './reversal-reason.js';

/** A member's reputation is the member, looked at from here. */
type ReputationOf = MemberRow;

@Resolver(() => MemberModel)
export class MemberReputationResolver {
  @ResolveField(() => ReputationModel)
  reputation(@Parent() member: MemberRow): ReputationOf {
    return member;
  }
}

@Resolver(() => ReputationModel)
export class ReputationFieldsResolver {
  constructor(
    private readonly loaders: ReputationLoaders,
    private readonly queries: ReputationQueries,
  ) {}

  @ResolveField()
  async score(@Parent() { id }: ReputationOf, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.ofMember.load(context, id))?.score ?? 0;
  }

  @ResolveField(() => [ReputationMeritModel], { description: 'The kinds of merit behind it.' })
  async merits(@Parent() { id }: ReputationOf, @Ctx() context: RequestContext): Promise<{ rule: Rule; times: number }[]> {
    const merits = (await this.loaders.merits.load(context, id)) ?? [];
    return merits.map(({ rule, times }) => ({ rule: RULES.findLast(({ code }) => code === rule)!, times }));
  }

  @ResolveField(() => [ReputationSourceModel], { nullable: true, description: 'What each rule brings now, the most first; as `entries`. Their sum, times `tenths` / 10, is the score.' })
  async sources(@Parent() member: ReputationOf, @Ctx() { actor }: RequestContext): Promise<{ rule: Rule; points: number }[] | null> {
    if (!canReadEntries(actor, member)) return null;
    const sources = await this.queries.sources(member.id);
    return sources.map(({ rule, points }) => ({ rule: RULES.findLast(({ code }) => code === rule)!, points }));
  }

  @ResolveField(() => Int, { nullable: true, description: 'What their merit counts now, in tenths; as `entries`.' })
  async tenths(@Parent() member: ReputationOf, @Ctx() context: RequestContext): Promise<number | null> {
    if (!canReadEntries(context.actor, member)) return null;
    return TENTHS[(await this.loaders.ofMember.load(context, member.id))?.identity ?? member.identityLevel];
  }

  @ResolveField(() => ReputationEntryConnection, { nullable: true, description: 'The latest first; for the member and moderators, null to others.' })
  async entries(@Parent() member: ReputationOf, @Args() args: PageArgs, @Ctx() { actor }: RequestContext): Promise<Connection<EntryRow> | null> {
    return canReadEntries(actor, member) ? this.queries.entries(member.id, args) : null;
  }

  @ResolveField(() => [ScorePointModel], { nullable: true, description: 'The score over time, for a chart; as `entries`.' })
  async history(@Parent() member: ReputationOf, @Ctx() { actor }: RequestContext): Promise<ScorePoint[] | null> {
    return canReadEntries(actor, member) ? this.queries.history(member.id) : null;
  }

  @ResolveField(() => NextLevelModel, { nullable: true, description: 'What is missing for the next level; null at the top, and to others as `entries`.' })
  async nextLevel(@Parent() member: ReputationOf, @Ctx() context: RequestContext): Promise<Missing | null> {
    if (!canReadEntries(context.actor, member)) return null;
    const [standing, rights] = await Promise.all([this.loaders.ofMember.load(context, member.id), this.loaders.levels.load(context, member.communityId)]);
    return missingFor({ score: standing?.score ?? 0, identity: member.identityLevel }, rights!);
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether they left the lists of the best; as `entries`.' })
  async hidden(@Parent() member: ReputationOf, @Ctx() context: RequestContext): Promise<boolean | null> {
    return canReadEntries(context.actor, member) ? ((await this.loaders.hidden.load(context, member.id)) ?? false) : null;
  }
}

@Resolver(() => ReputationEntryModel)
export class ReputationEntryFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => ReputationRuleModel, { description: 'In the version it was written under.' })
  rule(@Parent() { rule, version }: EntryRow): Rule {
    return ruleOf(rule, version);
  }

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: EntryRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }

  @ResolveField(() => ReversalReasonEnum, { nullable: true, description: 'Why it was taken back, or takes back; null while it stands.' })
  because(@Parent() entry: EntryRow): ReversalReason | null {
    return reversalReasonOf(entry);
  }

  @ResolveField(() => CauseModel)
  cause(@Parent() entry: EntryRow): { kind: 'IDEA' | 'COMMENT' | 'IDENTITY'; subjectIds: readonly string[] } {
    const isComment = entry.rule.startsWith('HELPFUL');
    return { kind: entry.rule === 'IDENTITY' ? 'IDENTITY' : isComment ? 'COMMENT' : 'IDEA', subjectIds: entry.subjectIds.slice(0, 20) };
  }
}

interface CauseOf {
  readonly kind: string;
  readonly subjectIds: readonly string[];
}

@Resolver(() => CauseModel)
export class CauseResolver {
  constructor(
    private readonly ideasLoaders: IdeasLoaders,
    private readonly commentsLoaders: CommentsLoaders,
  ) {}

  @ResolveField(() => [IdeaModel], { description: 'Those the reader may read; up to twenty.' })
  async ideas(@Parent() { kind, subjectIds }: CauseOf, @Ctx() context: RequestContext): Promise<IdeaRow[]> {
    if (kind !== 'IDEA') return [];
    const ideas = await Promise.all(subjectIds.map((id) => this.ideasLoaders.byId.load(context, id)));
    return ideas.filter((idea) => idea !== null).filter((idea) => canRead(context.actor, idea));
  }

  @ResolveField(() => [CommentModel], { description: 'Those the reader may read; up to twenty.' })
  async comments(@Parent() { kind, subjectIds }: CauseOf, @Ctx() context: RequestContext): Promise<CommentRow[]> {
    if (kind !== 'COMMENT') return [];
    const comments = await Promise.all(subjectIds.map((id) => this.commentsLoaders.visible.load(context, id)));
    return comments.filter((comment) => comment !== null);
  }
}
