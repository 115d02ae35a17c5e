export * from './log/index.js';
export * from './moderation.enums.js';
export * from './moderation.events.js';
export * from './moderation.module.js';
export * from './subjects/review-subjects.js';
export { type DsaColumn, DSA_COLUMNS, type DsaStatement, dsaStatement } from './transparency/dsa-statement.js';
export * from './transparency/transparency.report.js';
export * from './transparency/transparency.queries.js';
