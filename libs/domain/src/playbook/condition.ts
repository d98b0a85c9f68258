import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import type { Channel } from '../mention.js';

/** A decision that was answered with one of these options. */
export interface AnswerRef {
  readonly decision: string;
  readonly options: readonly string[];
}

/**
 * When a step is called for: everything stated must hold; an empty condition always does. Level
 * and impact are lower bounds only, so a rise can add steps and never take one away.
 */
export interface Condition {
  readonly levelFrom?: Level;
  readonly impactFrom?: Impact;
  /** The run is in one of these phases. */
  readonly phases?: readonly string[];
  /** It burns on at least one of these. */
  readonly channels?: readonly Channel[];
  readonly answers?: readonly AnswerRef[];
}
