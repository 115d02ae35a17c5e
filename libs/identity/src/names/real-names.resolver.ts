import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, CurrentActor, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { type Actor, isStaff } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { IsUUID, MaxLength } from 'class-validator';
import { EvidenceKindEnum, type EvidenceKind } from '../evidence.kinds.js';
import { EvidenceLoaders } from '../evidence.loaders.js';
import { EvidenceModel } from '../evidence.model.js';
import { type AttestorRow, EvidenceQueries } from '../evidence.queries.js';
import type { EvidenceRow } from '../evidence.row.js';
import { RealNamesService } from './real-names.service.js';

@InputType()
export class AttestRealNameInput {
  @IsUUID()
  @Field(() => ID)
  member: string;

  @MaxLength(2000)
  @Field({ description: 'How you know that the person is who they say. For staff and the member; at most 1,000 characters. Do not write the name itself.' })
  note: string;
}

@ObjectType()
export class AttestRealNamePayload {
  @Field(() => EvidenceModel)
  evidence: EvidenceModel;

  @Field(() => MemberModel)
  member: MemberModel;
}

@ObjectType('Attestor', { description: 'Who vouches for members in the brand’s name, and for how many.' })
export class AttestorModel {
  @Field(() => EvidenceKindEnum)
  kind: EvidenceKind;

  @Field(() => Int, { description: 'For how many members now.' })
  members: number;
}

/** Names that staff vouch for. */
@Resolver(() => MemberModel)
export class RealNamesResolver {
  constructor(
    private readonly names: RealNamesService,
    private readonly loaders: EvidenceLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => AttestRealNamePayload, { description: 'Vouches for a member’s name; by staff who are not the member. The name itself is kept nowhere.' })
  attestRealName(@Args('input') input: AttestRealNameInput, @CurrentActor() actor: Actor): Promise<{ evidence: EvidenceRow; member: MemberRow }> {
    return this.names.attest(actor, input.member, input.note);
  }

  @ResolveField(() => [EvidenceModel], { nullable: true, description: 'Who attested their name here, with the notes; for staff, null to others.' })
  async attestations(@Parent() { accountId, communityId }: MemberRow, @Ctx() context: RequestContext): Promise<EvidenceRow[] | null> {
    if (!isStaff(context.actor, communityId)) return null;
    const standing = accountId ? await this.loaders.standing.load(context, accountId) : null;
    return (standing ?? []).filter((evidence) => evidence.kind === 'REAL_NAME' && evidence.communityId === communityId);
  }
}

/** Who vouches in a community: public, so that everybody can judge what a brand's word is worth. */
@Resolver(() => CommunityModel)
export class CommunityAttestorsResolver {
  constructor(private readonly queries: EvidenceQueries) {}

  @ResolveField(() => [AttestorModel], { description: 'Who vouches for members in the brand’s name, and for how many; the busiest 100.' })
  attestors(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<AttestorRow[]> {
    FEW_LISTS.count(context);
    return this.queries.attestorsIn(community.id);
  }
}

@Resolver(() => AttestorModel)
export class AttestorFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null for somebody who has not joined, or is gone.' })
  member(@Parent() { attestedBy, communityId }: AttestorRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byAccount.load(context, { accountId: attestedBy, communityId });
  }
}
