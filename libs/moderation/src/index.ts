export * from './log/index.js';
export * from './moderation.enums.js';
export * from './moderation.events.js';
export * from './moderation.module.js';
export * from './subjects/review-subjects.js';
