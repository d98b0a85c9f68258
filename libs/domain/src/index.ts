export * from './clock.js';
export * from './evidence.js';
export * from './level.js';
export * from './mention.js';
export * from './space.js';
export * from './topic.js';
