import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { AmbassadorsModule } from '@fanfare/ambassadors';
import { CirclesModule } from '@fanfare/circles';
import { CommentsModule } from '@fanfare/comments';
import { CommunitiesModule } from '@fanfare/communities';
import { CreationsModule } from '@fanfare/creations';
import { DatabaseModule } from '@fanfare/database';
import { EventsModule } from '@fanfare/events';
import { IdeasModule } from '@fanfare/ideas';
import { IdentityModule } from '@fanfare/identity';
import { IntakeModule } from '@fanfare/intake';
import { type Clock, type Config, CONFIG } from '@fanfare/kernel';
import { LadderModule } from '@fanfare/ladder';
import { MailModule } from '@fanfare/mail';
import { MediaModule } from '@fanfare/media';
import { MembersModule } from '@fanfare/members';
import { ModerationModule } from '@fanfare/moderation';
import { NotificationsModule } from '@fanfare/notifications';
import { OperationsModule } from '@fanfare/operations';
import { PortabilityModule } from '@fanfare/portability';
import { ReputationModule } from '@fanfare/reputation';
import { GenuinenessModule } from '@fanfare/reputation';
import { VotesModule } from '@fanfare/votes';

const ROOMS = [
  EventsModule,
  MailModule,
  AccessModule,
  CommunitiesModule,
  MembersModule,
  MediaModule,
  IdentityModule,
  IntakeModule,
  IdeasModule,
  VotesModule,
  CommentsModule,
  CirclesModule,
  CreationsModule,
  ModerationModule,
  ReputationModule,
  AmbassadorsModule,
  NotificationsModule,
  PortabilityModule,
  OperationsModule,
  LadderModule,
  GenuinenessModule,
];

/** Every room of the house, as the api, the worker and the commands all need them. */
@Global()
@Module({})
export class RoomsModule {
  /** @param clock what time it is; only a simulation brings its own */
  static forRoot(config: Config, name: string, clock?: Clock): DynamicModule {
    return {
      module: RoomsModule,
      imports: [
        DatabaseModule.forRoot({ url: config.databaseUrl, poolSize: config.databasePoolSize, name }, clock),
        ...ROOMS,
      ],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG, ...ROOMS],
    };
  }
}
