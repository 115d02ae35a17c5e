import { Global, Module } from '@nestjs/common';
import { Dispatcher } from './dispatcher.js';
import { EventLog } from './event-log.js';
import { EventTail } from './event-tail.js';
import { Handlers } from './handlers.js';
import { Housekeeping } from './housekeeping.js';
import { Schedules } from './schedules.js';
import { StaffActs } from './staff-acts.js';
import { WorkQueue } from './work-queue.js';

@Global()
@Module({
  providers: [Handlers, EventLog, Dispatcher, Schedules, EventTail, StaffActs, WorkQueue, Housekeeping],
  exports: [Handlers, EventLog, Dispatcher, Schedules, EventTail, StaffActs, WorkQueue],
})
export class EventsModule {}
