import type { Level } from './level.js';

/** A number to come: as likely more as less, and the band eight cases of ten stay in (10 to 90 %). */
export interface OutlookBand {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Negative mentions of a quarter of an hour to come. `minute`: its start, minutes since the epoch. */
export interface OutlookStep extends OutlookBand {
  readonly minute: number;
}

/** A further channel, calls to act, insults and threats, or the end of a wave of support. */
export const OUTLOOK_WAITS = ['channels', 'support'] as const;
export type OutlookWait = (typeof OUTLOOK_WAITS)[number];

export interface OutlookNextLevel {
  readonly level: Level;
  readonly withinMinutes: number;
  /** 0 to 1; null where it hangs on what counts cannot foretell. */
  readonly chance: number | null;
  /** What it hangs on; null where there is a chance. */
  readonly waitsFor: OutlookWait | null;
}

/** The busiest quarter of an hour between two hours ago and six hours ahead. */
export interface OutlookPeak {
  /** When it was, or when it is expected: the middle of that quarter of an hour. */
  readonly at: string;
  /** It lies between these in eight cases of ten. */
  readonly from: string;
  readonly to: string;
  /** How sure it is that it lies behind, 0 to 1. */
  readonly passed: number;
  /** Negative mentions of that quarter of an hour. */
  readonly negatives: OutlookBand;
}

export const OUTLOOK_PHASES = ['rising', 'steady', 'falling'] as const;
export type OutlookPhase = (typeof OUTLOOK_PHASES)[number];

/** Where the numbers do not reach: a topic too young, too few mentions, a source that is silent. */
export const OUTLOOK_GAPS = ['new-topic', 'few-mentions', 'silent-source'] as const;
export type OutlookGap = (typeof OUTLOOK_GAPS)[number];

/** What is to be expected of an alert, from counts alone; at the time of its evidence. */
export type Outlook =
  | { readonly kind: 'unknown'; readonly gap: OutlookGap }
  | {
      readonly kind: 'forecast';
      readonly phase: OutlookPhase;
      /** Minutes in which the negatives double; null while they do not grow. */
      readonly doublingMinutes: number | null;
      /** Negatives of the next 60 minutes and of the next six hours. */
      readonly hour: OutlookBand;
      readonly sixHours: OutlookBand;
      /** The way there, in a few quarters of an hour. */
      readonly course: readonly OutlookStep[];
      /** Null on the highest level. */
      readonly nextLevel: OutlookNextLevel | null;
      readonly peak: OutlookPeak;
    };

export type OutlookForecast = Extract<Outlook, { kind: 'forecast' }>;
