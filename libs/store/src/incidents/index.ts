export * from './incident.repository.js';
export * from './record-incident.js';
export * from './sha256.js';
