export { appendLive, LiveLog } from './live-log.js';
export type { StreamPosition } from './live-log.js';
