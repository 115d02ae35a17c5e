import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, FEW_SEARCHES, RequestContext } from '@fanfare/graphql';
import type { Numbers } from './numbers.js';
import { AmbassadorNumbersArgs, AmbassadorNumbersModel } from './numbers.model.js';
import { NumbersService } from './numbers.service.js';

@Resolver(() => CommunityModel)
export class CommunityNumbersResolver {
  constructor(private readonly numbers: NumbersService) {}

  @Access('SIGNED_IN')
  @ResolveField(() => AmbassadorNumbersModel, { nullable: true, description: 'For the brand’s team.' })
  ambassadorNumbers(@Parent() { id }: CommunityRow, @Args() { from, to, call }: AmbassadorNumbersArgs, @Ctx() context: RequestContext): Promise<Numbers> {
    FEW_SEARCHES.count(context);
    return this.numbers.of(context.actor, id, { from, to, call: call ?? null });
  }
}
