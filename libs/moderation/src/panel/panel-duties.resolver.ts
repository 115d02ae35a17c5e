import { Field, ID, Int, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { type PanelDutyKind, PanelDutyKindEnum } from '../moderation.enums.js';
import { type PanelDuty, PanelDuties } from './panel-duties.queries.js';

@ObjectType('PanelDuty', { description: 'What waits in one community, of one kind, for somebody from outside it.' })
export class PanelDutyModel {
  @Field(() => ID)
  communityId: string;

  @Field()
  slug: string;

  @Field()
  name: string;

  @Field(() => PanelDutyKindEnum)
  kind: PanelDutyKind;

  @Field(() => Int, { description: 'How many.' })
  waiting: number;

  @Field({ description: 'When the oldest of them began to wait.' })
  since: Date;
}

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class PanelDutiesResolver {
  constructor(private readonly duties: PanelDuties) {}

  @ResolveField(() => [PanelDutyModel], {
    nullable: true,
    description: 'Where the panel of moderators is waited for, longest first, save for what is about the reader; null to who neither sits on it nor runs the deployment.',
  })
  panelDuties(@Ctx() { actor }: RequestContext): Promise<PanelDuty[] | null> {
    return this.duties.of(actor);
  }
}
