export { AlertEntity } from './alert.entity.js';
export { AlertRepository } from './alert.repository.js';
export type { AlertFilter } from './alert.repository.js';
export { recordCommand, recordSighting } from './record-alert.js';
export type { Decision, Recorded } from './record-alert.js';
