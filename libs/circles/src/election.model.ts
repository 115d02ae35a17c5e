import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PermissionModel } from '@fanfare/graphql';
import type { ElectionOutcome } from './election.policy.js';

export const ElectionOutcomeEnum = { ELECTED: 'ELECTED', NO_CANDIDATE: 'NO_CANDIDATE', NO_VOTE: 'NO_VOTE' } as const satisfies Record<ElectionOutcome, ElectionOutcome>;
registerEnumType(ElectionOutcomeEnum, { name: 'ElectionOutcome', description: 'NO_CANDIDATE, NO_VOTE: everything stays as it was.' });

@ObjectType('Election', { description: 'A circle chooses who speaks for it. Counts are known after the close, ballots never.' })
export class ElectionModel {
  @Field(() => ID)
  id: string;

  @Field()
  startedAt: Date;

  @Field({ description: 'Until then somebody can stand.' })
  standingUntil: Date;

  @Field()
  closesAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it runs.' })
  closedAt: Date | null;

  @Field(() => Int, { description: 'How many were in the circle when it began.' })
  electorate: number;

  @Field(() => ElectionOutcomeEnum, { nullable: true, description: 'Null while it runs.' })
  outcome: ElectionOutcome | null;

  @Field(() => Int, { nullable: true, description: 'How many voted; null while it runs.' })
  turnout: number | null;
}

@ObjectType()
export class ElectionConnection extends ConnectionType(ElectionModel, 'Election') {}

@ObjectType('Candidate')
export class CandidateModel {
  @Field({ description: 'Plain text; may be empty.' })
  statement: string;

  @Field()
  stoodAt: Date;

  @Field(() => Int, { nullable: true, description: 'Null while the election runs.' })
  votes: number | null;
}

@ObjectType('ElectionPermissions', { description: 'What the reader may do in an election.' })
export class ElectionPermissionsModel {
  @Field(() => PermissionModel)
  stand: PermissionModel;

  @Field(() => PermissionModel, { description: 'Votes can be changed and taken back until the close.' })
  vote: PermissionModel;
}

@ObjectType('ElectionCalls', { description: 'Members who ask for an election while somebody is in office.' })
export class ElectionCallsModel {
  @Field(() => Int)
  asked: number;

  @Field(() => Int, { description: 'So many begin one; 1 when nobody is in office.' })
  needed: number;

  @Field()
  viewerAsked: boolean;
}
