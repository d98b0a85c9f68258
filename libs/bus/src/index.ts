export * from './bus.js';
export * from './bus-topics.js';
