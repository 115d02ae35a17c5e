import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DateTimeScalar, EdgeFilter } from '@fanfare/graphql';
import type { Config } from '@fanfare/kernel';
import { MailModule } from '@fanfare/mail';
import { graphqlModule } from './graphql/graphql.module.js';
import { LiveServer } from './graphql/live.server.js';
import { DevMailController } from './http/dev-mail.controller.js';
import { HealthController } from './http/health.controller.js';
import { LinkController } from './http/link.controller.js';
import { LogController, VerifyCommandController } from './http/log.controller.js';
import { MovementFilesController } from './http/movement-files.controller.js';
import { MyDataController } from './http/my-data.controller.js';
import { Readiness } from './http/readiness.js';
import { TrackingController } from './http/tracking.controller.js';
import { RoomsModule } from './rooms.module.js';

@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [RoomsModule.forRoot(config, 'fanfare api'), graphqlModule(config), MailModule],
      controllers: [HealthController, MyDataController, LinkController, LogController, VerifyCommandController, TrackingController, MovementFilesController, ...(config.production ? [] : [DevMailController])],
      providers: [Readiness, LiveServer, DateTimeScalar, { provide: APP_FILTER, useClass: EdgeFilter }],
    };
  }
}
