export { aStorm } from './a-storm.js';
export { aDelta } from './a-delta.js';
export { calmDays } from './calm-days.js';
