import type { Evidence } from './evidence.js';
import type { Level, Trend } from './level.js';
import type { AlertHold } from './mute/alert-hold.js';

export const ALERT_STATES = ['open', 'acknowledged', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** `eased`: the machine closed it, nobody did. */
export const CLOSE_KINDS = ['all-clear', 'no-event', 'eased'] as const;
export type CloseKind = (typeof CLOSE_KINDS)[number];

/** Why people say "no event": the labels later tuning learns from. */
export const NO_EVENT_REASONS = [
  'planned-activity',
  'misjudged-text',
  'wrong-topic',
  'single-author',
  'positive',
  'other',
] as const;
export type NoEventReason = (typeof NO_EVENT_REASONS)[number];

export interface PersonRef {
  readonly id: number;
  readonly name: string;
}

/** The machine's claim that something burns. One open alert per topic. Times are ISO, in the space's clock. */
export interface Alert {
  readonly state: AlertState;
  readonly level: Level;
  readonly peakLevel: Level;
  readonly trend: Trend;
  readonly openedAt: string;
  readonly levelSince: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: PersonRef | null;
  readonly closedAt: string | null;
  readonly closeKind: CloseKind | null;
  readonly closeReason: NoEventReason | null;
  readonly evidence: Evidence;
  /** Words that stood out while it stood at its highest; missing in alerts from before they were kept. */
  readonly peakTerms?: readonly string[];
  /** Why it calls nobody at present; left out or null: it calls. */
  readonly held?: AlertHold | null;
  /** Number of events so far: the expected version of the next command. */
  readonly version: number;
}

export type AlertEvent = { readonly at: string } & (
  | { readonly type: 'raised'; readonly level: Level; readonly evidence: Evidence }
  | {
      readonly type: 'level-changed';
      readonly from: Level;
      readonly to: Level;
      readonly evidence: Evidence;
    }
  | { readonly type: 'evidence-updated'; readonly trend: Trend; readonly evidence: Evidence }
  | { readonly type: 'acknowledged'; readonly by: PersonRef; readonly note: string | null }
  | { readonly type: 'noted'; readonly by: PersonRef; readonly note: string }
  | {
      readonly type: 'closed';
      readonly by: PersonRef | null;
      readonly kind: CloseKind;
      readonly reason: NoEventReason | null;
      readonly note: string | null;
    }
  | {
      readonly type: 'reopened';
      readonly by: PersonRef | null;
      readonly level: Level;
      readonly evidence: Evidence | null;
    }
  | { readonly type: 'held'; readonly hold: AlertHold }
  /** `rose`: to the level that breaks through; `ended`: what held it back is over. */
  | { readonly type: 'released'; readonly why: 'ended' | 'rose' }
);
export type AlertEventType = AlertEvent['type'];
