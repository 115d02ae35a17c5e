import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NextLevelModel } from '../api/reputation.model.js';

@ObjectType('MemberRight')
export class MemberRightModel {
  @Field()
  open: boolean;

  @Field(() => NextLevelModel, { nullable: true, description: 'What the level that opens it asks for beyond what they have; null once it is open, and where no level opens it.' })
  missing: NextLevelModel | null;
}

@ObjectType('MemberRights', { description: 'What their level opens to them; staff may do all of it.' })
export class MemberRightsModel {
  @Field(() => MemberRightModel, { description: 'Links to other sites in what they write.' })
  links: MemberRightModel;

  @Field(() => MemberRightModel, { description: 'Pictures from other sites in what they write.' })
  images: MemberRightModel;

  @Field(() => MemberRightModel)
  markHelpful: MemberRightModel;

  @Field(() => MemberRightModel)
  applyToCalls: MemberRightModel;

  @Field(() => Int, { nullable: true, description: 'Null: as many as they like.' })
  votesPerDay: number | null;

  @Field(() => Int, { nullable: true, description: 'Of today (UTC); null as `votesPerDay`.' })
  votesLeft: number | null;
}
