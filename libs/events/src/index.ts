export * from './dispatcher.js';
export * from './event.js';
export { EventLog, LARGEST_READ, lastOfLog, type LogPosition, positionOf, readAfter } from './event-log.js';
export * from './event-tail.js';
export * from './events.module.js';
export * from './handlers.js';
export * from './schedules.js';
export * from './staff-acts.js';
export * from './work-queue.js';
