import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CurrentActor } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { IsUUID, MaxLength } from 'class-validator';
import { DisputeDecisionsService } from './dispute-decisions.service.js';
import { ReputationEntryModel } from './reputation.model.js';
import type { EntryRow } from './reputation.queries.js';

@InputType()
export class DecideDisputeInput {
  @IsUUID()
  @Field(() => ID)
  entry: string;

  @Field({ description: 'True: the member is right, and the entry is taken back.' })
  uphold: boolean;

  @MaxLength(10_000)
  @Field({ description: 'At most 2,000 characters.' })
  reason: string;
}

@ObjectType()
export class DecideDisputePayload {
  @Field(() => ReputationEntryModel, { description: 'The ledger follows within moments.' })
  entry: EntryRow;
}

@Access('SIGNED_IN')
@Resolver(() => ReputationEntryModel)
export class DisputeDecisionsResolver {
  constructor(private readonly decisions: DisputeDecisionsService) {}

  @Mutation(() => DecideDisputePayload, { description: 'Decides what a member says against an entry of theirs, by a moderator.' })
  async decideDispute(@Args('input') input: DecideDisputeInput, @CurrentActor() actor: Actor): Promise<DecideDisputePayload> {
    return { entry: await this.decisions.decide(actor, input) };
  }
}
