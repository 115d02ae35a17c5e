export * from './actor.js';
export * from './clock.js';
export * from './config.js';
export * from './cursor.js';
export * from './ids.js';
export * from './markdown.js';
export * from './problem.js';
export * from './text.js';
