import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { MailModule } from '@fanfare/mail';
import { MediaModule } from '@fanfare/media';
import { DatabaseHealth } from './database-health.js';
import { DeploymentHealthResolver, TestMailResolver } from './deployment-health.resolver.js';
import { HealthReport } from './health-report.js';
import { StorageHealth } from './storage-health.js';
import { TestMail } from './test-mail.js';

@Module({
  imports: [AccessModule, MailModule, MediaModule],
  providers: [DatabaseHealth, StorageHealth, HealthReport, TestMail, DeploymentHealthResolver, TestMailResolver],
})
export class OperationsModule {}
