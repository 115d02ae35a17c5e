import { Global, Module } from '@nestjs/common';
import { Dispatcher } from './dispatcher.js';
import { EventLog } from './event-log.js';
import { EventTail } from './event-tail.js';
import { Handlers } from './handlers.js';
import { Housekeeping } from './housekeeping.js';
import { Schedules } from './schedules.js';

@Global()
@Module({
  providers: [Handlers, EventLog, Dispatcher, Schedules, EventTail, Housekeeping],
  exports: [Handlers, EventLog, Dispatcher, Schedules, EventTail],
})
export class EventsModule {}
