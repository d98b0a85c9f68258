export * from './all-clear.repository.js';
export * from './attachments.repository.js';
export * from './content-hashes.js';
export * from './incident.repository.js';
export * from './journal/index.js';
export * from './record-incident.js';
export * from './sha256.js';
export * from './shared-voices.js';
