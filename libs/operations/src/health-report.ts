import { Inject, Injectable } from '@nestjs/common';
import { VERSION } from '@fanfare/access';
import { WorkQueue } from '@fanfare/events';
import { Clock, CONFIG, type Config } from '@fanfare/kernel';
import { MailFailures, withoutAddresses } from '@fanfare/mail';
import { DatabaseHealth } from './database-health.js';
import type {
  DeploymentHealthModel,
  FailingDeliveryModel,
  MailHealthModel,
  MailWay,
  ProgramHealthModel,
  ScheduleHealthModel,
  WaitingWorkModel,
} from './deployment-health.model.js';
import { type Findings, isLate, warningsOf } from './health-warnings.js';
import { StorageHealth } from './storage-health.js';

const MOST_FAILING = 20;
const MOST_MAIL_FAILURES = 10;

/** How the deployment is: gathered from the rooms that know, and judged. */
@Injectable()
export class HealthReport {
  private readonly startedAt: Date;

  constructor(
    private readonly queue: WorkQueue,
    private readonly failures: MailFailures,
    private readonly database: DatabaseHealth,
    private readonly storage: StorageHealth,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.startedAt = new Date(Date.now() - process.uptime() * 1000);
  }

  async now(): Promise<DeploymentHealthModel> {
    const checkedAt = this.clock.now();
    const handlers = await this.queue.waiting();
    const found: Findings = {
      checkedAt,
      queue: await this.queueOf(handlers),
      untriedSince: earliest(handlers.map((one) => one.untriedSince)),
      schedules: await this.schedules(checkedAt),
      mail: await this.mail(handlers),
      storage: await this.storage.report(),
      database: await this.database.report(),
      program: await this.program(),
    };
    return { ...found, warnings: warningsOf(found) };
  }

  private async queueOf(handlers: readonly WaitingWorkModel[]): Promise<DeploymentHealthModel['queue']> {
    return {
      waiting: sum(handlers.map((one) => one.waiting)),
      failing: sum(handlers.map((one) => one.failing)),
      oldestAt: earliest(handlers.map((one) => one.oldestAt)),
      handlers: [...handlers],
      failures: await this.failing(),
    };
  }

  private async failing(): Promise<FailingDeliveryModel[]> {
    const failing = await this.queue.failing(MOST_FAILING);
    return failing.map((one) => ({ ...one, error: withoutAddresses(one.error) }));
  }

  private async schedules(now: Date): Promise<ScheduleHealthModel[]> {
    const schedules = await this.queue.schedules();
    return schedules.map((schedule) => ({ ...schedule, late: isLate(schedule.nextRunAt, now) }));
  }

  private async mail(handlers: readonly WaitingWorkModel[]): Promise<MailHealthModel> {
    const { smtpUrl, mailFrom } = this.config;
    return {
      way: this.mailWay(),
      server: smtpUrl && serverOf(smtpUrl),
      from: mailFrom,
      waiting: sum(handlers.filter((one) => one.sends).map((one) => one.waiting)),
      failures: await this.failures.latest(MOST_MAIL_FAILURES),
    };
  }

  private mailWay(): MailWay {
    if (this.config.smtpUrl) return 'SMTP';
    return this.config.production ? 'NONE' : 'DEVELOPMENT_MAILBOX';
  }

  private async program(): Promise<ProgramHealthModel> {
    return {
      version: VERSION,
      node: process.version,
      startedAt: this.startedAt,
      memoryBytes: process.memoryUsage.rss(),
      worksItself: this.config.workerInside,
      processes: await this.database.processes(),
    };
  }
}

/** Host and port alone: name and password are nobody's to read. */
function serverOf(smtpUrl: string): string {
  return new URL(smtpUrl).host;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  const given = dates.filter((date) => date !== null);
  return given.length > 0 ? new Date(Math.min(...given.map((date) => date.getTime()))) : null;
}
