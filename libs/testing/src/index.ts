export * from './boot-rooms.js';
export * from './builders.js';
export * from './test-database.js';
