import 'reflect-metadata';

export * from './database.js';
export * from './database-error.js';
export * from './embedded/index.js';
export { Tx } from './tx.js';
