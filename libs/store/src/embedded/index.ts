export {
  EmbeddedPostgresError,
  type EmbeddedPostgresErrorCode,
  type EmbeddedPostgresErrorParams,
} from './embedded-postgres-error.js';
export type { ServerWatcher } from './guard-server.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type EmbeddedPostgresStep,
} from './start-embedded-postgres.js';
export { serverSettings } from './server-settings.js';
export { serverUser, type ServerUser } from './server-user.js';
export { wayOut } from './way-out.js';
