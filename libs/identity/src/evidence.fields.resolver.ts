import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, IdentityModel } from '@fanfare/access';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { EvidenceLoaders } from './evidence.loaders.js';
import { EvidenceMarkModel, EvidenceModel } from './evidence.model.js';
import { EvidenceQueries, type MarkRow } from './evidence.queries.js';
import type { EvidenceRow } from './evidence.row.js';

/** One's own proofs. */
@Access('SIGNED_IN')
@Resolver(() => IdentityModel)
export class IdentityFieldsResolver {
  constructor(
    private readonly loaders: EvidenceLoaders,
    private readonly queries: EvidenceQueries,
  ) {}

  @ResolveField(() => [EvidenceModel], { description: 'What stands, the oldest first.' })
  async evidence(@Parent() { accountId }: IdentityModel, @Ctx() context: RequestContext): Promise<EvidenceRow[]> {
    if (accountId !== context.actor.accountId) return [];
    return (await this.loaders.standing.load(context, accountId)) ?? [];
  }

  @ResolveField(() => [EvidenceModel], { description: 'What stood once, the last ended first; at most 50.' })
  async past(@Parent() { accountId }: IdentityModel, @Ctx() context: RequestContext): Promise<EvidenceRow[]> {
    return accountId === context.actor.accountId ? this.queries.pastOf(accountId) : [];
  }
}

@Resolver(() => EvidenceModel)
export class EvidenceFieldsResolver {
  constructor(
    private readonly communities: CommunitiesLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => CommunityModel, { nullable: true, description: 'Where a brand’s proof counts; null for one that counts everywhere.' })
  async community(@Parent() { communityId }: EvidenceRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return communityId === null ? null : this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who vouches for the brand.' })
  async attestor(@Parent() evidence: EvidenceRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return attestorOf(this.members, evidence, context);
  }
}

/** What members show of their proofs. */
@Resolver(() => MemberModel)
export class MemberEvidenceResolver {
  constructor(private readonly loaders: EvidenceLoaders) {}

  @ResolveField(() => [EvidenceMarkModel], { description: 'The proofs that they show to everybody, the oldest first.' })
  async evidence(@Parent() { accountId, communityId }: MemberRow, @Ctx() context: RequestContext): Promise<MarkRow[]> {
    if (accountId === null) return [];
    return (await this.loaders.marks.load(context, { accountId, communityId })) ?? [];
  }
}

@Resolver(() => EvidenceMarkModel)
export class EvidenceMarkFieldsResolver {
  constructor(
    private readonly loaders: EvidenceLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => String, { nullable: true })
  detail(@Parent() { kind, detail }: MarkRow): string | null {
    return kind === 'WEBSITE' || kind === 'LINKED_ACCOUNT' ? detail : null;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who vouches for the brand.' })
  async attestor(@Parent() mark: MarkRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return attestorOf(this.members, mark, context);
  }

  @ResolveField(() => Int, { nullable: true })
  async attestorCount(@Parent() { communityId, attestedBy, kind }: MarkRow, @Ctx() context: RequestContext): Promise<number | null> {
    return communityId && attestedBy ? this.loaders.attestorCount.load(context, { communityId, attestedBy, kind }) : null;
  }
}

async function attestorOf(members: MembersLoaders, { attestedBy, communityId }: EvidenceRow, context: RequestContext): Promise<MemberRow | null> {
  return attestedBy && communityId ? members.byAccount.load(context, { accountId: attestedBy, communityId }) : null;
}
