export * from './exit.repository.js';
export * from './outbox.repository.js';
export * from './posting-stop.repository.js';
export * from './sandbox.repository.js';
