import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CirclesModule } from '@fanfare/circles';
import { CommunitiesModule } from '@fanfare/communities';
import { IdentityModule } from '@fanfare/identity';
import { MembersModule } from '@fanfare/members';
import { ReputationModule } from '@fanfare/reputation';
import { REWARDS } from './rewards/rewards.providers.js';
import { TERMS } from './terms/terms.providers.js';

/** One line for each folder: what it does, and what others may use of it. */
const PARTS = [
  ...TERMS,
  ...REWARDS,
];

@Module({
  imports: [AccessModule, CommunitiesModule, IdentityModule, MembersModule, CirclesModule, ReputationModule],
  providers: PARTS,
  exports: PARTS,
})
export class AmbassadorsModule {}
