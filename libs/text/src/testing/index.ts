export * from './arbitrary-query.js';
export * from './matches-naively.js';
