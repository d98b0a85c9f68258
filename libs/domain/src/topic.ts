import type { Level } from './level.js';
import type { Sensitivity } from './sensitivity.js';

export const TOPIC_KINDS = ['company', 'product', 'person', 'competitor'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** Fires at once, without a baseline: at least `negatives` negative mentions within `minutes`. */
export interface PlainRule {
  readonly id: string;
  readonly negatives: number;
  readonly minutes: number;
  readonly level: Level;
}

/** What we watch for a brand. Its query is written in the watch language of `@sturmwarte/text`. */
export interface Topic {
  readonly id: number;
  readonly spaceId: number;
  readonly brandId: number;
  readonly name: string;
  readonly kind: TopicKind;
  readonly query: string;
  readonly rules: readonly PlainRule[];
  /** How easily the detector raises an alarm; plain rules fire as they say. */
  readonly sensitivity: Sensitivity;
  /** Set by somebody instead of what the choice gives the score; null: as the choice says. */
  readonly headStart: number | null;
  /** Minutes in which the detector raises no alarm of the same height after one has ended; 0: it always may. */
  readonly cooldownMinutes: number;
  readonly active: boolean;
}
