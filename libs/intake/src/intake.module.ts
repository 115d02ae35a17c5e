import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { MembersModule } from '@fanfare/members';
import { IntakePersonalData } from './intake.personal-data.js';
import { IntakeProfiles } from './intake.profiles.js';
import { CommunityIntakeResolver } from './intake.resolver.js';
import { IntakeService } from './intake.service.js';
import { IntakeSettingsQueries } from './intake-settings.queries.js';
import { IntakeSettingsService } from './intake-settings.service.js';
import { IntakeTexts } from './intake-texts.js';
import { IntakeVerdicts } from './intake-verdicts.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MembersModule],
  providers: [
    IntakeService,
    IntakeTexts,
    IntakeVerdicts,
    IntakeSettingsQueries,
    IntakeSettingsService,
    IntakePersonalData,
    IntakeProfiles,
    CommunityIntakeResolver,
  ],
  exports: [IntakeService, IntakeSettingsService, IntakeVerdicts],
})
export class IntakeModule {}
