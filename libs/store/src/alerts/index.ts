export { AlertEntity } from './alert.entity.js';
export { AlertRepository } from './alert.repository.js';
export type { AlertFilter } from './alert.repository.js';
export { recordCommand } from './record-command.js';
export type { Recorded } from './recorded.js';
export { SightingRecorder } from './sighting-recorder.js';
export type { Decision } from './sighting-recorder.js';
