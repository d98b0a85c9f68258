import {
  DEFAULT_SENSITIVITY,
  HEAD_STARTS,
  LEAST_HEAD_START,
  MOST_HEAD_START,
  type PlainRule,
  type Sensitivity,
} from '@sturmwarte/domain';
import { LOOK_BACK_MINUTES } from './look-back.js';
import type { PlannedPeak } from './planned-peaks.js';

/** The longest span of a plain rule. */
export const LONGEST_RULE_MINUTES = LOOK_BACK_MINUTES;

/** What the detector must know about a topic. */
export interface TopicConfig {
  readonly id: number;
  /** Each looks back at most `LONGEST_RULE_MINUTES`. */
  readonly rules: readonly PlainRule[];
  /** How easily it alarms. Left out, `standard`. */
  readonly sensitivity?: Sensitivity;
  /** Set by somebody instead of what the choice gives. Left out or null: as the choice says. */
  readonly headStart?: number | null;
  /** When more is expected than usual, also of the past that is learned. Left out: never. */
  readonly peaks?: readonly PlannedPeak[];
  /** So long after an alarm of the detector it raises none of the same height or lower. Left out, no rest. */
  readonly cooldownMinutes?: number;
  /**
   * The minute since which the topic is watched: from there on silence is known silence. Left out, the first mention
   * begins the watch.
   */
  readonly since?: number;
}

/** What the score of a topic is given ahead. */
export function headStartOf({ sensitivity, headStart }: Partial<TopicConfig>): number {
  return headStart ?? HEAD_STARTS[sensitivity ?? DEFAULT_SENSITIVITY];
}

export function checkTopic(topic: TopicConfig): void {
  const { headStart } = topic;
  if (headStart != null && !(headStart >= LEAST_HEAD_START && headStart <= MOST_HEAD_START)) {
    throw new RangeError(
      `a head start of ${headStart}; ${LEAST_HEAD_START} to ${MOST_HEAD_START} can be`,
    );
  }
  for (const { id, minutes, negatives } of topic.rules) {
    if (!(minutes >= 1 && minutes <= LONGEST_RULE_MINUTES)) {
      throw new RangeError(
        `rule ${id} looks back ${minutes} minutes; 1 to ${LONGEST_RULE_MINUTES} can be`,
      );
    }
    if (!(negatives >= 1))
      throw new RangeError(`rule ${id} asks for ${negatives} negatives; 1 is the least`);
  }
}
