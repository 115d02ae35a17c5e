import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import type { VoteStanding } from './vote.row.js';

export const VoteStandingEnum = { VERIFIED: 'VERIFIED', UNVERIFIED: 'UNVERIFIED', QUARANTINED: 'QUARANTINED' } as const;
registerEnumType(VoteStandingEnum, {
  name: 'VoteStanding',
  description: 'What a vote counts as. Only verified ones climb the ladder.',
  valuesMap: {
    VERIFIED: { description: 'By a member whose identity is CONFIRMED or higher, who is not staff.' },
    UNVERIFIED: { description: 'By an anonymous account or by the community’s staff: shown, and climbs nothing.' },
    QUARANTINED: { description: 'Set aside as part of suspected coordination. Only the voter and moderators see it on a single vote.' },
  },
});

@ObjectType('Vote')
export class VoteModel {
  @Field()
  castAt: Date;

  @Field(() => VoteStandingEnum)
  standing: VoteStanding;
}

@ObjectType()
export class VoteConnection extends ConnectionType(VoteModel, 'Vote') {}

@ObjectType('Support', { description: 'How many stand behind an idea, counted side by side and exact.' })
export class SupportModel {
  @Field(() => Int, { description: 'All votes cast here.' })
  raw: number;

  @Field(() => Int, { description: 'Those that climb the ladder.' })
  verified: number;

  @Field(() => Int, { description: 'Those set aside as suspected coordination.' })
  quarantined: number;

  @Field(() => Int, { description: 'A total brought from elsewhere, without its voters.' })
  imported: number;
}
