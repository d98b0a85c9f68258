export * from './eventually.js';
export * from './open-socket.js';
export * from './a-watched-topic.js';
export * from './send-mentions.js';
export * from './start-server-on.js';
export * from './start-test-app.js';
export * from './test-clock.js';
export * from './test-visitor.js';
