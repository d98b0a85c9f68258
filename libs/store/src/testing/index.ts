export { aMention, anErasure } from './a-mention.js';
export { testDatabase, type TestDatabase } from './test-database.js';
