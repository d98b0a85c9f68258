export { aMention, anErasure } from './a-mention.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { startOtherPostgres, type OtherPostgres } from './other-postgres.js';
export { tableSums, type TableSums } from './table-sums.js';
export { AWKWARD, furnish } from './a-furnished-house.js';
export { FIRST_HOUSE } from './first-house.js';
export { whereFound } from './where-found.js';
