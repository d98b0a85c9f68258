export * from './hour-of-week-in.js';
export * from './system-clock.js';
