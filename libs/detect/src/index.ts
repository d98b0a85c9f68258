export { channelBit, channelsOf } from './channels.js';
export type { CountDelta, MediaEcho, Tick } from './count-delta.js';
export { CountPlayer, type PastMinute } from './count-player.js';
export type { StoredMinute } from './curve.js';
export { detectSpikes } from './detect-spikes.js';
export type { DetectSpikesOptions } from './detect-spikes.js';
export { DETECTOR_VERSION, createDetector } from './detector.js';
export type { Detector, DetectorOptions } from './detector.js';
export type { Evaluation } from './evaluation.js';
export type { Expectation } from './expectation.js';
export { hourOfWeekUtc } from './hour-of-week.js';
export type { HourOfWeek } from './hour-of-week.js';
export { climbTraits } from './outlook/climb-traits.js';
export { outlookOf } from './outlook/outlook-of.js';
export { AHEAD_PERCENT } from './outlook/outlook-table.js';
export type { CountRow, OutlookTable } from './outlook/outlook-table.js';
export type { Signs } from './outlook/signs.js';
export {
  PHASES,
  SIZE_COUNT,
  perHourOf,
  phaseOf,
  sizeOf,
  strength,
  traitsOf,
} from './outlook/traits.js';
export type { Phase } from './outlook/traits.js';
export { entriesOfTopic, plannedPeakOf } from './peaks-of-topic.js';
export { liftAt } from './planned-peaks.js';
export type { PlannedPeak } from './planned-peaks.js';
export type { PraiseSurge } from './praise.js';
export { SNAPSHOT_FORMAT } from './snapshot.js';
export type { TopicSnapshot } from './snapshot.js';
export { LONGEST_RULE_MINUTES } from './topic-config.js';
export type { TopicConfig } from './topic-config.js';
