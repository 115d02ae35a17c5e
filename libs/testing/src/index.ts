export * from './boot-rooms.js';
export * from './builders.js';
export * from './locks.js';
export * from './test-database.js';
export { asSomebodyElse, Onlooker } from './onlooker.js';
export * from './ambassadors.builders.js';
