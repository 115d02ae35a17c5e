import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ViewerModel } from '@fanfare/access';
import { IsUUID } from 'class-validator';
import { EvidenceModel } from './evidence.model.js';

@InputType()
export class RevokeEvidenceInput {
  @IsUUID()
  @Field(() => ID)
  evidence: string;
}

@InputType()
export class ShowEvidenceInput {
  @IsUUID()
  @Field(() => ID)
  evidence: string;

  @Field({ description: 'Whether everybody sees it on one’s profiles.' })
  public: boolean;
}

/** What a change of one's own evidence answers. */
@ObjectType({ isAbstract: true })
abstract class EvidencePayload {
  @Field(() => EvidenceModel)
  evidence: EvidenceModel;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class RevokeEvidencePayload extends EvidencePayload {}

@ObjectType()
export class ShowEvidencePayload extends EvidencePayload {}
