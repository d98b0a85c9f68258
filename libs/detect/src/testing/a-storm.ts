import type { Evaluation } from '../evaluation.js';
import type { Detector } from '../detector.js';
import { aDelta } from './a-delta.js';

export interface Storm {
  readonly topicId?: number;
  readonly minutes: number;
  /** Mentions a minute, and which share of them is negative. */
  readonly perMinute: number;
  readonly share?: number;
  /** Called for every minute: who and where, see `CountDelta`. */
  readonly detail?: (minute: number) => object;
}

/** Plays a storm of even strength after the last closed minute. Returns the level changes. */
export function aStorm(
  detector: Detector,
  { topicId = 1, minutes, perMinute, share = 0.85, detail = () => ({}) }: Storm,
): Evaluation[] {
  const changes: Evaluation[] = [];
  const from = detector.watermark + 1;
  for (let minute = from; minute < from + minutes; minute++) {
    const negPermille = Math.round(perMinute * share * 1_000);
    detector.fold(aDelta({ topicId, minute, total: perMinute, negPermille, ...detail(minute) }));
    changes.push(...detector.close(minute));
  }
  return changes;
}
