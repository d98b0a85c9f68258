import 'reflect-metadata';

export * from './audit/index.js';
export * from './backup/index.js';
export * from './brands/index.js';
export * from './database.js';
export * from './database-error.js';
export * from './embedded/index.js';
export * from './people/index.js';
export { Tx } from './tx.js';
export * from './alerts/index.js';
export * from './detector/index.js';
export * from './incidents/index.js';
export * from './live/index.js';
export * from './publishing/index.js';
export * from './sources/index.js';
export * from './spaces/index.js';
export * from './topics/index.js';
export * from './mentions/index.js';
