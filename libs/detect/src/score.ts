import type { Baseline } from './baseline.js';
import type { LookBack } from './look-back.js';
import type { ShareBaseline } from './share.js';

/** Weights of the two terms, and the raw value at which the alarm threshold lies. */
const VOLUME_WEIGHT = 0.7;
const SHARE_WEIGHT = 0.7;
const RAW_ALARM = 3.3;
const ALARM_SCORE = 3;
const SHORT_FADE = 15;
/** Negatives per minute taken as "nothing": two an hour. */
const FLOOR_RATE = 0.03;
const MOST_SHARE_Z = 4;
/** A young topic knows neither its level nor its day: its score is held back by this much, less with each day. */
const YOUTH_PENALTY = 2.5;
const YOUTH_HOURS = 72;

export interface Score {
  readonly value: number;
  readonly logRatio: number;
  readonly shareZ: number;
}

/** Short against seasonal volume of negatives, and how unusual their share is. 3 is the alarm threshold. */
export function score(
  window: LookBack,
  rate: number,
  baseline: Baseline,
  share: ShareBaseline,
): Score {
  const fast = window.fading(SHORT_FADE);
  const logRatio = Math.log((fast + FLOOR_RATE) / (rate + FLOOR_RATE));
  const z = share.z(window.negatives(60), window.mentions(60));
  const shareZ = Math.max(-MOST_SHARE_Z, Math.min(MOST_SHARE_Z, z));
  const youth = YOUTH_PENALTY * Math.max(0, 1 - baseline.hours / YOUTH_HOURS);
  const raw = VOLUME_WEIGHT * logRatio + SHARE_WEIGHT * shareZ - youth;
  return { value: (raw / RAW_ALARM) * ALARM_SCORE, logRatio, shareZ };
}
