import { Args, Field, ID, ObjectType, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { type MemberRight, type Restriction, RESTRICTION_KINDS, type RestrictionKind } from '@fanfare/kernel';
import { MemberRightEnum } from '../moderation.enums.js';

const RestrictionKindEnum = Object.fromEntries(RESTRICTION_KINDS.map((kind) => [kind, kind])) as { [kind in RestrictionKind]: kind };
registerEnumType(RestrictionKindEnum, {
  name: 'RestrictionKind',
  description: 'One right is taken; all are, for a time or for good; what one writes is read first; a warning waits to be acknowledged.',
});

@ObjectType('Restriction', { description: 'What the reader may not do in a community, by a decision in force.' })
export class RestrictionModel {
  @Field(() => RestrictionKindEnum)
  kind: RestrictionKind;

  @Field(() => MemberRightEnum, { nullable: true, description: 'What a MUTE takes.' })
  right: MemberRight | null;

  @Field(() => Date, { nullable: true, description: 'Null for no end.' })
  endsAt: Date | null;

  @Field(() => ID, { description: 'The decision with its reasons.' })
  decisionId: string;
}

/** So that whoever is restricted is told before they try. */
@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerRestrictionsResolver {
  constructor(private readonly communities: CommunitiesQueries) {}

  @ResolveField(() => [RestrictionModel], { description: 'Of the reader in a community, those in force now.' })
  async restrictions(@Args('community', { description: 'The slug.' }) slug: string, @Ctx() { actor }: RequestContext): Promise<Restriction[]> {
    if (!actor.restrictions?.length) return []; // as for nearly everybody, on every page: nothing is asked
    const community = await this.communities.bySlug(slug);
    return actor.restrictions.filter(({ communityId }) => communityId === community?.id);
  }
}
