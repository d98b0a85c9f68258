export * from './hour-of-week-in.js';
export * from './legal/index.js';
export * from './system-clock.js';
