import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, FewPerRequest, RequestContext } from '@fanfare/graphql';
import { renderMarkdown } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { DiffPartModel, IdeaEventModel, IdeaVersionModel, OfficialResponseModel } from './idea-details.model.js';
import { MOST_MOVES, MOST_VERSIONS, type MoveRow, type ResponseRow, type VersionRow } from './idea-details.queries.js';
import { IdeaModel } from './idea.model.js';
import { canRead } from './idea.policy.js';
import type { IdeaRow } from './idea.row.js';
import { IdeasLoaders } from './ideas.loaders.js';
import { type DiffPart, diffOf } from './text-diff.js';

/** Comparing texts takes time. */
const versionsFew = new FewPerRequest('versions', 5);

interface ComparedVersion extends VersionRow {
  /** The version it replaced; null for the first. */
  readonly before: VersionRow | null;
}

/** How an idea came to be what it is. */
@Resolver(() => IdeaModel)
export class IdeaStoryResolver {
  constructor(private readonly loaders: IdeasLoaders) {}

  @ResolveField(() => OfficialResponseModel, { nullable: true, description: 'The latest.' })
  async officialResponse(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<ResponseRow | null> {
    if (!canRead(context.actor, idea)) return null; // it may quote what was removed
    return this.loaders.latestResponse.load(context, idea.id);
  }

  @ResolveField(() => [IdeaEventModel], { description: `From the posting on, the latest ${MOST_MOVES} at most.` })
  async history(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<MoveRow[]> {
    const moves = (await this.loaders.moves.load(context, idea.id)) ?? [];
    const told = canRead(context.actor, idea) ? moves : moves.map((move) => ({ ...move, responseId: null }));
    return [postingOf(idea, moves), ...told].slice(-MOST_MOVES);
  }

  @ResolveField(() => [IdeaVersionModel], { description: `From the first to the one in force, the latest ${MOST_VERSIONS} at most. Of five ideas in one request at most.` })
  async versions(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<ComparedVersion[]> {
    versionsFew.count(context);
    if (!canRead(context.actor, idea)) return [];
    const versions = (await this.loaders.versions.load(context, idea.id)) ?? [];
    return versions.map((version, at) => ({ ...version, before: versions[at - 1] ?? null })).slice(-MOST_VERSIONS);
  }
}

function postingOf(idea: IdeaRow, moves: readonly MoveRow[]): MoveRow {
  const to = moves[0]?.from ?? idea.status;
  return { id: idea.id, ideaId: idea.id, from: null, to, at: idea.createdAt, actorId: idea.authorId, responseId: null, reason: null };
}

@Resolver(() => IdeaVersionModel)
export class IdeaVersionFieldsResolver {
  @ResolveField(() => [DiffPartModel], { description: 'Against the version before.' })
  titleDiff(@Parent() { title, before }: ComparedVersion): DiffPart[] {
    return diffOf(before?.title ?? title, title);
  }

  @ResolveField(() => [DiffPartModel], { description: 'Against the version before.' })
  bodyDiff(@Parent() { body, before }: ComparedVersion): DiffPart[] {
    return diffOf(before?.body ?? body, body);
  }
}

@Resolver(() => IdeaEventModel)
export class IdeaEventFieldsResolver {
  constructor(
    private readonly loaders: IdeasLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => MemberModel, { nullable: true })
  actor(@Parent() { actorId }: MoveRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return actorId === null ? null : this.members.byId.load(context, actorId);
  }

  @ResolveField(() => OfficialResponseModel, { nullable: true })
  response(@Parent() { responseId }: MoveRow, @Ctx() context: RequestContext): Promise<ResponseRow | null> | null {
    return responseId === null ? null : this.loaders.response.load(context, responseId);
  }
}

@Resolver(() => OfficialResponseModel)
export class OfficialResponseFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => String)
  bodyHtml(@Parent() response: ResponseRow): string {
    return renderMarkdown(response.body);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  author(@Parent() { authorId }: ResponseRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }
}
