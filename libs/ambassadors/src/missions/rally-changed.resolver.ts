import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { RallyModel } from './mission.model.js';
import { RallyChanges } from './rally-changes.js';

@Resolver(() => RallyModel)
export class RallyChangedResolver {
  constructor(private readonly changes: RallyChanges) {}

  @Access('PUBLIC')
  @Subscription(() => RallyModel, {
    resolve: (rally: RallyModel) => rally,
    description: 'A rally as it is now, and again whenever somebody joins or acts: at most twice a second.',
  })
  rallyChanged(@Args('mission', { type: () => ID }) missionId: string): Promise<AsyncIterableIterator<RallyModel>> {
    return this.changes.watch(missionId);
  }
}
