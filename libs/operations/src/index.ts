export * from './deployment-health.model.js';
export * from './operations.module.js';
