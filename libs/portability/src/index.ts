export { backup, type BackupRequest } from './backup/backup.js';
export { BackupProblem } from './backup/backup.problem.js';
export { LEFT_OUT } from './backup/left-out.js';
export type { Manifest } from './backup/manifest.js';
export { restore, type RestoreRequest } from './backup/restore.js';
export { DEMO_EMAILS, DemoSeeder, type DemoResult } from './demo/demo-seeder.js';
export { CommunityImported, ImportService, type ImportRequest } from './import/import.service.js';
export { Summary, type Kind, type KindSummary } from './import/summary.js';
export * from './portability.module.js';
