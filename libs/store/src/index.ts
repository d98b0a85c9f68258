import 'reflect-metadata';

export * from './audit/index.js';
export * from './database.js';
export * from './database-error.js';
export * from './embedded/index.js';
export * from './people/index.js';
export { Tx } from './tx.js';
