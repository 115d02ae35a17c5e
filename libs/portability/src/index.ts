export { DEMO_EMAILS, DemoSeeder, type DemoResult } from './demo/demo-seeder.js';
export { CommunityImported, ImportService, type ImportRequest } from './import/import.service.js';
export { Summary, type Kind, type KindSummary } from './import/summary.js';
export * from './portability.module.js';
