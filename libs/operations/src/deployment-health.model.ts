import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';

/** The gravest first. */
export const HEALTH_WARNINGS = [
  'NO_WORKER',
  'DELIVERIES_FAILING',
  'HANDLER_GONE',
  'SCHEDULE_FAILING',
  'SCHEDULE_LATE',
  'MAIL_NOT_SENT',
  'MAIL_FAILING',
  'DISK_NEARLY_FULL',
  'CONNECTIONS_NEARLY_ALL',
  'MIGRATIONS_PENDING',
] as const;
export type HealthWarning = (typeof HEALTH_WARNINGS)[number];

export const HealthWarningEnum = Object.fromEntries(HEALTH_WARNINGS.map((one) => [one, one])) as { [one in HealthWarning]: one };
registerEnumType(HealthWarningEnum, { name: 'HealthWarning', description: 'What whoever runs the deployment should look at.' });

export const MAIL_WAYS = ['SMTP', 'DEVELOPMENT_MAILBOX', 'NONE'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];
export const MailWayEnum = Object.fromEntries(MAIL_WAYS.map((one) => [one, one])) as { [one in MailWay]: one };
registerEnumType(MailWayEnum, { name: 'MailWay', description: 'How mail leaves. NONE: it waits until SMTP_URL is set.' });

@ObjectType('WaitingWork', { description: 'What waits for one handler of events.' })
export class WaitingWorkModel {
  @Field()
  handler: string;

  @Field({ description: 'Whether it talks to the network, as mail does.' })
  sends: boolean;

  @Field({ description: 'Whether this version still has it.' })
  known: boolean;

  @Field(() => Int)
  waiting: number;

  @Field(() => Int, { description: 'Of those, tried before in vain.' })
  failing: number;

  @Field()
  oldestAt: Date;
}

@ObjectType('FailingDelivery', { description: 'It will be tried again, ever later.' })
export class FailingDeliveryModel {
  @Field(() => ID)
  id: string;

  @Field()
  handler: string;

  @Field()
  event: string;

  @Field()
  eventAt: Date;

  @Field(() => Int)
  attempts: number;

  @Field()
  error: string;

  @Field()
  nextTryAt: Date;
}

@ObjectType('QueueHealth', { description: 'Events that have yet to reach their handlers.' })
export class QueueHealthModel {
  @Field(() => Int)
  waiting: number;

  @Field(() => Int)
  failing: number;

  @Field(() => Date, { nullable: true, description: 'When the event happened that waits the longest.' })
  oldestAt: Date | null;

  @Field(() => [WaitingWorkModel])
  handlers: WaitingWorkModel[];

  @Field(() => [FailingDeliveryModel], { description: 'Those that failed most often; at most 20.' })
  failures: FailingDeliveryModel[];
}

@ObjectType('ScheduleHealth', { description: 'Work that comes round.' })
export class ScheduleHealthModel {
  @Field()
  name: string;

  @Field({ description: 'Whether this version still has it.' })
  known: boolean;

  @Field(() => Date, { nullable: true })
  lastRunAt: Date | null;

  @Field()
  nextRunAt: Date;

  @Field({ description: 'Whether its hour passed more than a minute ago.' })
  late: boolean;

  @Field(() => String, { nullable: true })
  lastError: string | null;

  @Field(() => Date, { nullable: true })
  lastErrorAt: Date | null;
}

@ObjectType('MailFailure')
export class MailFailureModel {
  @Field()
  at: Date;

  @Field({ description: 'What the mail server said, without anybody’s address.' })
  error: string;
}

@ObjectType('MailHealth')
export class MailHealthModel {
  @Field(() => MailWayEnum)
  way: MailWay;

  @Field(() => String, { nullable: true, description: 'The mail server’s host and port.' })
  server: string | null;

  @Field()
  from: string;

  @Field(() => Int)
  waiting: number;

  @Field(() => [MailFailureModel], { description: 'The newest first; at most 10.' })
  failures: MailFailureModel[];
}

@ObjectType('StorageHealth')
export class StorageHealthModel {
  @Field({ description: 'DATA_DIR.' })
  folder: string;

  @Field(() => Float, { nullable: true, description: 'Bytes free on its disk; null when that cannot be known.' })
  freeBytes: number | null;

  @Field(() => Float, { nullable: true })
  totalBytes: number | null;

  @Field(() => Int)
  pictures: number;

  @Field(() => Float, { description: 'What uploaded pictures take, in all their sizes.' })
  pictureBytes: number;

  @Field(() => String, { nullable: true, description: 'Host of the bucket that keeps the pictures; null when DATA_DIR does.' })
  bucket: string | null;
}

@ObjectType('MigrationState')
export class MigrationStateModel {
  @Field()
  name: string;

  @Field({ description: 'Whether the database has it.' })
  applied: boolean;
}

@ObjectType('DatabaseHealth')
export class DatabaseHealthModel {
  @Field()
  version: string;

  @Field(() => Float)
  bytes: number;

  @Field(() => Int, { description: 'Open now, by everybody.' })
  connections: number;

  @Field(() => Int)
  mostConnections: number;

  @Field(() => [MigrationStateModel], { description: 'In the order they run.' })
  migrations: MigrationStateModel[];
}

@ObjectType('ProgramProcess', { description: 'A program of this deployment that is connected to the database.' })
export class ProgramProcessModel {
  @Field()
  name: string;

  @Field(() => Int)
  connections: number;
}

@ObjectType('ProgramHealth', { description: 'The process that answers.' })
export class ProgramHealthModel {
  @Field()
  version: string;

  @Field()
  node: string;

  @Field()
  startedAt: Date;

  @Field(() => Float)
  memoryBytes: number;

  @Field({ description: 'Whether this process delivers events and runs schedules itself.' })
  worksItself: boolean;

  @Field(() => [ProgramProcessModel])
  processes: ProgramProcessModel[];
}

@ObjectType('DeploymentHealth')
export class DeploymentHealthModel {
  @Field()
  checkedAt: Date;

  @Field(() => [HealthWarningEnum], { description: 'Empty when all is well.' })
  warnings: HealthWarning[];

  @Field(() => QueueHealthModel)
  queue: QueueHealthModel;

  @Field(() => [ScheduleHealthModel])
  schedules: ScheduleHealthModel[];

  @Field(() => MailHealthModel)
  mail: MailHealthModel;

  @Field(() => StorageHealthModel)
  storage: StorageHealthModel;

  @Field(() => DatabaseHealthModel)
  database: DatabaseHealthModel;

  @Field(() => ProgramHealthModel)
  program: ProgramHealthModel;
}

@InputType()
export class SendTestMailInput {
  @IsOptional()
  @MaxLength(35)
  @Field(() => String, { nullable: true, description: 'The language to write in; the account’s own when left out.' })
  locale?: string | null;
}

@ObjectType()
export class SendTestMailPayload {
  @Field({ description: 'Whether the mail server took it.' })
  sent: boolean;

  @Field()
  to: string;

  @Field(() => String, { nullable: true, description: 'What the mail server said instead.' })
  error: string | null;
}
