export * from './data-source.js';
export * from './database.js';
export * from './database.module.js';
export * from './errors.js';
export * from './idempotency.js';
export * from './migrate.js';
export * from './migrations/index.js';
export * from './transactor.js';
