export * from './climb.js';
export * from './ladder.events.js';
export { CLIMB, DEADLINES, OWED } from './ladder.handlers.js';
export * from './ladder.module.js';
export { LadderQueries, type RungGrantRow } from './ladder.queries.js';
export { LadderService } from './ladder.service.js';
export * from './survey.row.js';
