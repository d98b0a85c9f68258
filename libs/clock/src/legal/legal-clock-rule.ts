import type { CrisisRole, LegalClockId, Text } from '@sturmwarte/domain';
import type { AnchorQuestion } from './anchor.js';
import type { Limit } from './due-rule.js';

/**
 * `deadline`: a duty with a due time. `immediate`: without undue delay, counts up. `window`: a right that is lost
 * when the time has passed.
 */
export const LEGAL_CLOCK_KINDS = ['deadline', 'immediate', 'window'] as const;
export type LegalClockKind = (typeof LEGAL_CLOCK_KINDS)[number];

/** `publication-lock`: no external text until a setter has said that this law does not stand against it. */
export type LegalClockEffect = 'publication-lock';

export interface LegalStage {
  readonly id: string;
  readonly title: Text;
  /** None: without undue delay, the stage counts up. */
  readonly limits: readonly Limit[];
}

/** A legal duty or right with a time of its own: product material, not legal advice. */
export interface LegalClockRule {
  readonly id: LegalClockId;
  readonly kind: LegalClockKind;
  readonly title: Text;
  readonly basis: string;
  /** Where the rule was read, for whoever reviews it. */
  readonly source: string;
  /**
   * True: traced to the public source named. False: not yet, and shown as such. Neither means that counsel has
   * reviewed it.
   */
  readonly verified: boolean;
  /** The first one asks for `knowledge`. */
  readonly anchors: readonly [AnchorQuestion, ...AnchorQuestion[]];
  readonly stages: readonly [LegalStage, ...LegalStage[]];
  /** Only for `immediate`: minutes after the anchor. */
  readonly amberMinutes: number | null;
  readonly redMinutes: number | null;
  /** Who may start it, stop it or say that it does not apply; others may propose. */
  readonly setters: readonly CrisisRole[];
  readonly effects: readonly LegalClockEffect[];
  readonly notes: Text;
}
