import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CirclesModule } from '@fanfare/circles';
import { CommunitiesModule } from '@fanfare/communities';
import { IdentityModule } from '@fanfare/identity';
import { IntakeModule } from '@fanfare/intake';
import { MediaModule } from '@fanfare/media';
import { MembersModule } from '@fanfare/members';
import { ModerationModule } from '@fanfare/moderation';
import { OutboundModule } from '@fanfare/outbound';
import { ReputationModule } from '@fanfare/reputation';
import { NUMBERS } from './numbers/numbers.providers.js';
import { REACH } from './reach/reach.providers.js';
import { REWARDS } from './rewards/rewards.providers.js';
import { APPLICATIONS } from './applications/applications.providers.js';
import { CALLS } from './calls/calls.providers.js';
import { PANEL } from './panel/panel.providers.js';
import { RecruitmentLoaders } from './recruitment.loaders.js';
import { RecruitmentPersonalData } from './recruitment.personal-data.js';
import { AMBASSADOR_APPEALS } from './appeals/appeals.providers.js';
import { ENTRIES } from './entries/entries.providers.js';
import { MISSIONS } from './missions/missions.providers.js';
import { TERMS } from './terms/terms.providers.js';

/** One line for each folder: what it does, and what others may use of it. */
const PARTS = [
  ...CALLS,
  ...APPLICATIONS,
  ...PANEL,
  ...TERMS,
  ...REWARDS,
  RecruitmentLoaders,
  RecruitmentPersonalData,
  ...MISSIONS,
  ...ENTRIES,
  ...AMBASSADOR_APPEALS,
  ...REACH,
  ...NUMBERS,
];

@Module({
  imports: [AccessModule, CommunitiesModule, IdentityModule, MembersModule, CirclesModule, ReputationModule, IntakeModule, MediaModule, ModerationModule, OutboundModule],
  providers: PARTS,
  exports: PARTS,
})
export class AmbassadorsModule {}
