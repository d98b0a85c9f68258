export * from './alarm.js';
export * from './judge-alarms.js';
export * from './label.js';
export * from './label-of-alert.js';
export * from './propose-sensitivity.js';
