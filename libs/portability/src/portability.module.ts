import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { VotesModule } from '@fanfare/votes';
import { DemoSeeder } from './demo/demo-seeder.js';
import { ImportService } from './import/import.service.js';

@Module({
  imports: [AccessModule, CommunitiesModule, VotesModule],
  providers: [DemoSeeder, ImportService],
  exports: [DemoSeeder, ImportService],
})
export class PortabilityModule {}
