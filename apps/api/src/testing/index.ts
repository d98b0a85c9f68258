export * from './start-test-app.js';
export * from './test-clock.js';
export * from './test-visitor.js';
