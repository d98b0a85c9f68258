export * from './anchor.js';
export * from './due-of.js';
export * from './due-rule.js';
export * from './legal-calendar.js';
export * from './legal-clock-rule.js';
export * from './legal-clock-rules.js';
export * from './stage-marks.js';
