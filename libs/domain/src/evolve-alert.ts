import type { Alert, AlertEvent } from './alert.js';
import type { Level, Trend } from './level.js';

/** The alert after one more event. `null` before the first. */
export function evolveAlert(alert: Alert | null, event: AlertEvent): Alert {
  const next = evolved(alert, event);
  const terms = 'evidence' in event ? (event.evidence?.terms ?? []) : [];
  // Once it eases, what is said then tells nothing about it.
  if (terms.length === 0 || next.level < next.peakLevel) return next;
  return { ...next, peakTerms: terms.map(({ term }) => term) };
}

function evolved(alert: Alert | null, event: AlertEvent): Alert {
  if (event.type === 'raised') return born(event);
  if (alert === null) throw new Error(`an alert cannot begin with "${event.type}"`);
  const version = alert.version + 1;
  switch (event.type) {
    case 'level-changed':
      return {
        ...alert,
        version,
        level: event.to,
        peakLevel: Math.max(alert.peakLevel, event.to) as Level,
        trend: trendOf(event.from, event.to),
        levelSince: event.at,
        evidence: event.evidence,
      };
    case 'evidence-updated':
      return { ...alert, version, trend: event.trend, evidence: event.evidence };
    case 'acknowledged':
      return {
        ...alert,
        version,
        state: 'acknowledged',
        acknowledgedAt: event.at,
        acknowledgedBy: event.by,
      };
    case 'noted':
      return { ...alert, version };
    case 'closed':
      return {
        ...alert,
        version,
        state: 'closed',
        closedAt: event.at,
        closeKind: event.kind,
        closeReason: event.reason,
      };
    case 'reopened':
      return {
        ...alert,
        version,
        state: 'open',
        level: event.level,
        peakLevel: Math.max(alert.peakLevel, event.level) as Level,
        trend: 'rising',
        levelSince: event.at,
        acknowledgedAt: null,
        acknowledgedBy: null,
        closedAt: null,
        closeKind: null,
        closeReason: null,
        evidence: event.evidence ?? alert.evidence,
        // A person who wakes it does not end a mute; the next sighting says what holds.
        held: event.by === null ? null : (alert.held ?? null),
      };
    case 'held':
      return { ...alert, version, held: event.hold };
    case 'released':
      return { ...alert, version, held: null };
  }
}

function born(event: Extract<AlertEvent, { type: 'raised' }>): Alert {
  return {
    state: 'open',
    level: event.level,
    peakLevel: event.level,
    trend: 'rising',
    openedAt: event.at,
    levelSince: event.at,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
    closeKind: null,
    closeReason: null,
    evidence: event.evidence,
    version: 1,
  };
}

function trendOf(from: Level, to: Level): Trend {
  return to > from ? 'rising' : to < from ? 'easing' : 'steady';
}
