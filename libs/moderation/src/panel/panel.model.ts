import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID, MaxLength } from 'class-validator';

@ObjectType('PanelModerator', { description: 'Somebody who moderates wherever a community has fewer than two who may.' })
export class PanelModeratorModel {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;

  @Field()
  displayName: string;

  @Field()
  email: string;

  @Field()
  appointedAt: Date;
}

@InputType()
export class AppointPanelModeratorInput {
  @MaxLength(320)
  @Field({ description: 'Of a confirmed account.' })
  email: string;
}

@InputType()
export class DismissPanelModeratorInput {
  @IsUUID('all')
  @Field(() => ID)
  account: string;
}

@ObjectType({ isAbstract: true })
abstract class PanelPayload {
  @Field(() => [PanelModeratorModel], { description: 'Who is on the panel now.' })
  panel: PanelModeratorModel[];
}

@ObjectType()
export class AppointPanelModeratorPayload extends PanelPayload {}

@ObjectType()
export class DismissPanelModeratorPayload extends PanelPayload {}
