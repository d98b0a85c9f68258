export * from './briefing-rule.js';
export * from './public-within.js';
export * from './status-cadence.js';
