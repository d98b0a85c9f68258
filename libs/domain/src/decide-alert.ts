import type { Alert, AlertEvent, CloseKind, NoEventReason, PersonRef } from './alert.js';
import { DomainError } from './errors.js';
import type { Evidence } from './evidence.js';
import { evolveAlert } from './evolve-alert.js';
import { ALARM_LEVEL, NOTICE_LEVEL, type Level, type Trend } from './level.js';
import { holdOf, NO_CALM, type Calm } from './mute/hold-of.js';
import { isSameHold } from './mute/is-same-hold.js';

const HOUR_MS = 3_600_000;

export interface AlertPolicy {
  /** A closed alert that burns again within this time is the same storm: it reopens. */
  readonly reopenWithinMs: number;
  /** After "no event" the topic keeps quiet this long unless it rises above the level it was closed at. */
  readonly quietAfterNoEventMs: number;
  /** Below the notice level for this long, the machine closes what nobody closed. */
  readonly easeAfterMs: number;
  /** Evidence of an unchanged level is refreshed at most this often. */
  readonly refreshEveryMs: number;
}

export const DEFAULT_ALERT_POLICY: AlertPolicy = {
  reopenWithinMs: 6 * HOUR_MS,
  quietAfterNoEventMs: 6 * HOUR_MS,
  easeAfterMs: 2 * HOUR_MS,
  refreshEveryMs: 60_000,
};

/** What the detector now says of a topic. */
export interface Sighting {
  readonly at: string;
  readonly level: Level;
  readonly trend: Trend;
  readonly evidence: Evidence;
  /** What may keep it quiet; left out: nothing. */
  readonly calm?: Calm;
}

/** What becomes true, and of which alert. */
export interface SightingDecision {
  readonly alert: 'new' | 'newest';
  readonly events: readonly AlertEvent[];
}

/**
 * The machine's side: what a sighting means for the topic's newest alert (`null`: it never had one).
 * Saying the same twice decides nothing the second time, so a restart may repeat itself.
 */
export function decideSighting(
  newest: Alert | null,
  seen: Sighting,
  policy: AlertPolicy = DEFAULT_ALERT_POLICY,
): SightingDecision {
  const decided = decideLevel(newest, seen, policy);
  const before = decided.alert === 'new' ? null : newest;
  const after = decided.events.reduce<Alert | null>(evolveAlert, before);
  const held = decideHold(after, seen.at, seen.calm);
  return { ...decided, events: [...decided.events, ...held] };
}

/** An alert is on record whatever keeps it quiet; whether it calls people is decided beside its level. */
export function decideHold(
  alert: Alert | null,
  at: string,
  calm: Calm = NO_CALM,
): readonly AlertEvent[] {
  if (alert === null) return [];
  const held = alert.held ?? null;
  const hold = holdOf(alert, calm);
  if (isSameHold(hold, held)) return [];
  if (hold !== null) return [{ at, type: 'held', hold }];
  return [{ at, type: 'released', why: calm.mute === null ? 'ended' : 'rose' }];
}

function decideLevel(newest: Alert | null, seen: Sighting, policy: AlertPolicy): SightingDecision {
  const at = seen.at;
  if (newest === null || newest.state === 'closed') return decideRise(newest, seen, policy);
  const events: AlertEvent[] = [];
  if (seen.level !== newest.level) {
    events.push({
      at,
      type: 'level-changed',
      from: newest.level,
      to: seen.level,
      evidence: seen.evidence,
    });
  } else if (elapsed(newest.evidence.at, at) >= policy.refreshEveryMs) {
    events.push({ at, type: 'evidence-updated', trend: seen.trend, evidence: seen.evidence });
  }
  if (seen.level < NOTICE_LEVEL && newest.level < NOTICE_LEVEL) {
    if (elapsed(newest.levelSince, at) >= policy.easeAfterMs) {
      events.push({ at, type: 'closed', by: null, kind: 'eased', reason: null, note: null });
    }
  }
  return { alert: 'newest', events };
}

/** Nothing open: does this raise a new alert, wake the closed one, or only go on record? */
function decideRise(closed: Alert | null, seen: Sighting, policy: AlertPolicy): SightingDecision {
  const { at, level, evidence } = seen;
  const burns = level >= NOTICE_LEVEL;
  const since = closed?.closedAt ? elapsed(closed.closedAt, at) : Infinity;
  if (closed === null || since >= policy.reopenWithinMs) {
    return burns
      ? { alert: 'new', events: [{ at, type: 'raised', level, evidence }] }
      : { alert: 'newest', events: [] };
  }
  // A closed alert goes on recording its level: without the fall, a second rise would look like the old tail.
  const moved: AlertEvent[] =
    level === closed.level
      ? []
      : [{ at, type: 'level-changed', from: closed.level, to: level, evidence }];
  const quiet =
    closed.closeKind === 'no-event' &&
    since < policy.quietAfterNoEventMs &&
    level <= closed.peakLevel;
  if (!burns || quiet || level <= closed.level) return { alert: 'newest', events: moved };
  return { alert: 'newest', events: [{ at, type: 'reopened', by: null, level, evidence }] };
}

export type AlertCommand = { readonly at: string; readonly by: PersonRef } & (
  | { readonly type: 'acknowledge'; readonly note: string | null }
  | { readonly type: 'note'; readonly note: string }
  | {
      readonly type: 'close';
      readonly kind: Exclude<CloseKind, 'eased'>;
      readonly reason: NoEventReason | null;
      readonly note: string | null;
    }
  | { readonly type: 'reopen' }
);

/** The people's side. Refuses with a `DomainError` that says who was first. */
export function decideAlertCommand(alert: Alert, command: AlertCommand): readonly AlertEvent[] {
  const { at, by } = command;
  switch (command.type) {
    case 'acknowledge':
      if (alert.state === 'closed') throw alreadyClosed(alert);
      if (alert.state === 'acknowledged') {
        throw new DomainError('already-acknowledged', {
          by: alert.acknowledgedBy?.name ?? null,
          at: alert.acknowledgedAt,
        });
      }
      return [{ at, type: 'acknowledged', by, note: command.note }];
    case 'note':
      return [{ at, type: 'noted', by, note: command.note }];
    case 'close':
      if (alert.state === 'closed') throw alreadyClosed(alert);
      if (command.kind === 'no-event' && command.reason === null) {
        throw new DomainError('reason-missing', {});
      }
      return [
        {
          at,
          type: 'closed',
          by,
          kind: command.kind,
          reason: command.kind === 'no-event' ? command.reason : null,
          note: command.note,
        },
      ];
    case 'reopen':
      if (alert.state !== 'closed') throw new DomainError('not-closed', {});
      return [{ at, type: 'reopened', by, level: alert.level, evidence: null }];
  }
}

/** Does this alert call people out loud? What is held back does not. */
export function isAlarm(alert: Pick<Alert, 'level' | 'state' | 'held'>): boolean {
  return alert.state !== 'closed' && alert.level >= ALARM_LEVEL && (alert.held ?? null) === null;
}

function alreadyClosed(alert: Alert): DomainError {
  return new DomainError('already-closed', { kind: alert.closeKind, at: alert.closedAt });
}

function elapsed(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
