export * from './fault-sentence.js';
export * from './journal-fault.js';
export * from './journal-report.js';
export * from './seal-of.js';
export * from './verify-export.js';
export * from './verify-stored.js';
