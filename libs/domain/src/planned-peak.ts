import type { PersonRef } from './alert.js';

export const LEAST_MULTIPLE = 1.5;
export const MOST_MULTIPLE = 50;
/** "Expected", without a number: what a campaign or a match day usually brings. */
export const USUAL_MULTIPLE = 4;

/** Campaign, match day, product launch: more is said then, and nobody needs to be called for it. Times are ISO. */
export interface PlannedPeakEntry {
  readonly id: number;
  readonly spaceId: number;
  readonly brandId: number;
  /** Null: every topic of the brand. */
  readonly topicId: number | null;
  readonly title: string;
  readonly from: string;
  readonly until: string;
  /** How many times as much as usual is expected; null: more than usual, nobody knows how much. */
  readonly multiple: number | null;
  readonly by: PersonRef;
}

/** The planned peak in which an alert stood: its numbers are against what was expected then. */
export interface EvidencePeak {
  readonly title: string;
  readonly from: string;
  readonly until: string;
  readonly multiple: number;
}
