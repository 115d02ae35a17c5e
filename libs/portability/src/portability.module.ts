import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommentsModule } from '@fanfare/comments';
import { CommunitiesModule } from '@fanfare/communities';
import { CreationsModule } from '@fanfare/creations';
import { IdentityModule } from '@fanfare/identity';
import { IntakeModule } from '@fanfare/intake';
import { MailModule } from '@fanfare/mail';
import { MediaModule } from '@fanfare/media';
import { ModerationModule } from '@fanfare/moderation';
import { ReputationModule } from '@fanfare/reputation';
import { VotesModule } from '@fanfare/votes';
import { DemoCreations } from './demo/demo-creations.js';
import { DemoMattersWriter } from './demo/demo-matters.js';
import { DemoMovementPictures } from './demo/demo-movement.js';
import { DemoPortraits } from './demo/demo-portraits.js';
import { DemoSeeder } from './demo/demo-seeder.js';
import { ImportService } from './import/import.service.js';
import { AccountEraser } from './my-data/account-eraser.js';
import { DataExport } from './my-data/data-export.js';
import { DeletionMails } from './my-data/deletion.mails.js';
import { DeletionsService } from './my-data/deletions.service.js';
import { MyDataResolver, ViewerDataResolver } from './my-data/my-data.resolver.js';
import { PortabilityPersonalData } from './my-data/portability.personal-data.js';

const MY_DATA = [AccountEraser, DeletionMails, DeletionsService, MyDataResolver, PortabilityPersonalData, ViewerDataResolver];

@Module({
  imports: [AccessModule, CommentsModule, CommunitiesModule, CreationsModule, IdentityModule, IntakeModule, MailModule, MediaModule, ModerationModule, ReputationModule, VotesModule],
  providers: [DemoSeeder, DemoCreations, DemoMattersWriter, DemoMovementPictures, DemoPortraits, ImportService, DataExport, ...MY_DATA],
  exports: [DemoSeeder, ImportService, DataExport],
})
export class PortabilityModule {}
