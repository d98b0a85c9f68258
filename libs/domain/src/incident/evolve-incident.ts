import { LEVELS, type Level } from '../level.js';
import { evolveClocks } from './evolve-clocks.js';
import { evolveKnowledge } from './evolve-knowledge.js';
import { evolveApprovals, followAxes } from './evolve-approvals.js';
import { evolvePublications } from './evolve-publications.js';
import { evolveStatements } from './evolve-statements.js';
import { evolveRuns } from './evolve-runs.js';
import { evolveTeam } from './evolve-team.js';
import { levelInForce, type Incident, type IncidentAlert, type Stamp } from './incident.js';
import { NO_WORDS } from './whole-incident.js';
import type { EventOf, IncidentEvent } from './incident-event.js';
import type { JournalEntry } from './journal-entry.js';

export type FoldedEntry = Pick<JournalEntry, 'seq' | 'at' | 'by' | 'event'>;

/**
 * The incident after one more entry, `null` before the first; the same function on the server and on every console.
 * Throws when entries are missing in between: whoever folds must then read again.
 */
export function evolveIncident(before: Incident | null, entry: FoldedEntry): Incident {
  const { event } = entry;
  const stamp: Stamp = { seq: entry.seq, at: entry.at, by: entry.by };
  if (before === null) {
    if (event.type !== 'opened' || entry.seq !== 1) {
      throw new Error(`an incident cannot begin with entry ${entry.seq}, "${event.type}"`);
    }
    return born(event, stamp);
  }
  if (entry.seq !== before.version + 1) {
    throw new Error(`entry ${entry.seq} does not follow entry ${before.version}`);
  }
  return { ...evolve(before, event, stamp), version: entry.seq };
}

function evolve(incident: Incident, event: IncidentEvent, stamp: Stamp): Incident {
  const after = evolvePart(incident, event, stamp);
  return followAxes(after, stamp.at);
}

function evolvePart(incident: Incident, event: IncidentEvent, stamp: Stamp): Incident {
  return (
    evolveItself(incident, event, stamp) ??
    evolveTeam(incident, event, stamp) ??
    evolveRuns(incident, event, stamp) ??
    evolveClocks(incident, event, stamp) ??
    evolveKnowledge(incident, event, stamp) ??
    evolveStatements(incident, event, stamp) ??
    evolveApprovals(incident, event, stamp) ??
    evolvePublications(incident, event, stamp) ??
    incident
  );
}

function born(event: EventOf<'opened'>, opened: Stamp): Incident {
  const { number, title, brandId, spaceId, t0, firstNegativeAt, level } = event;
  return {
    number,
    title,
    brandId,
    spaceId,
    t0,
    firstNegativeAt,
    opened,
    state: 'open',
    version: 1,
    alerts: event.alerts.map(({ alert, sign }) => ({
      alert,
      sign,
      closed: false,
      standing: 'joined',
      reasons: [],
    })),
    level: {
      automatic: level,
      override: null,
      since: opened.at,
      peak: level,
      trend: 'steady',
      calmSince: calmSince([], level, opened.at),
    },
    impact: null,
    proposedImpact: null,
    cluster: null,
    seats: {},
    reachability: {},
    handOvers: [],
    runs: [],
    legalClocks: [],
    promises: [],
    firstResponse: null,
    turns: {},
    claims: [],
    questions: [],
    attachments: [],
    requests: [],
    status: null,
    links: [],
    mergedInto: null,
    absorbed: [],
    splitFrom: null,
    allClear: null,
    ...NO_WORDS,
  };
}

type LevelEvent = EventOf<'level-followed' | 'level-overridden' | 'override-lifted'>;

function evolveLevel(level: Incident['level'], event: LevelEvent, stamp: Stamp): Incident['level'] {
  const before = levelInForce({ level });
  const next = stateOfLevel(level, event, stamp);
  const now = levelInForce({ level: next });
  if (now === before) return next;
  return {
    ...next,
    since: stamp.at,
    peak: Math.max(next.peak, now) as Level,
    trend: now > before ? 'rising' : 'easing',
    calmSince: calmSince(level.calmSince, now, stamp.at),
  };
}

function stateOfLevel(
  level: Incident['level'],
  event: LevelEvent,
  stamp: Stamp,
): Incident['level'] {
  switch (event.type) {
    case 'level-followed':
      return { ...level, automatic: event.to };
    case 'level-overridden':
      return { ...level, override: { ...stamp, level: event.level, reason: event.reason } };
    case 'override-lifted':
      return { ...level, override: null };
  }
}

function calmSince(
  before: readonly (string | null)[],
  now: Level,
  at: string,
): readonly (string | null)[] {
  return LEVELS.map((level) => (now > level ? null : (before[level] ?? at)));
}

/** Its name, its alerts, its relatives, its two axes, its end. */
function evolveItself(incident: Incident, event: IncidentEvent, stamp: Stamp): Incident | null {
  const { level, links } = incident;
  switch (event.type) {
    case 'renamed':
      return { ...incident, title: event.title };
    case 'alert-proposed':
    case 'alert-joined':
      return withAlert(incident, {
        alert: event.alert,
        sign: event.sign,
        closed: false,
        standing: event.type === 'alert-joined' ? 'joined' : 'proposed',
        reasons: event.reasons,
      });
    case 'alert-declined':
      return changeAlert(incident, event.alertId, { standing: 'declined' });
    case 'alert-left':
      return {
        ...incident,
        alerts: incident.alerts.filter(({ alert }) => alert.id !== event.alertId),
      };
    case 'alert-moved':
      return changeAlert(incident, event.alertId, { sign: event.sign, closed: event.closed });
    case 'merged-into':
      return { ...incident, state: 'merged', mergedInto: event.into };
    case 'absorbed':
      return { ...incident, absorbed: [...incident.absorbed, event.from] };
    case 'split-off':
      return { ...incident, links: linkedTo(links, event.to) };
    case 'born-of-split':
      return { ...incident, splitFrom: event.from, links: linkedTo(links, event.from) };
    case 'linked':
      return { ...incident, links: linkedTo(links, event.other) };
    case 'unlinked':
      return { ...incident, links: links.filter(({ id }) => id !== event.other.id) };
    case 'level-followed':
    case 'level-overridden':
    case 'override-lifted':
      return { ...incident, level: evolveLevel(level, event, stamp) };
    case 'impact-set':
      return {
        ...incident,
        impact: { ...stamp, impact: event.impact, reason: event.reason },
        proposedImpact: null,
      };
    case 'impact-proposed':
      return {
        ...incident,
        proposedImpact: { ...stamp, impact: event.impact, reason: event.reason },
      };
    case 'cluster-set': {
      const { cluster, strategies, reason } = event;
      return { ...incident, cluster: { ...stamp, cluster, strategies, reason } };
    }
    case 'all-clear-given': {
      const { note, unmet, reason } = event;
      return { ...incident, state: 'all-clear', allClear: { ...stamp, note, unmet, reason } };
    }
    case 'reopened':
      return { ...incident, state: 'open', allClear: null };
    default:
      return null;
  }
}

function linkedTo(links: Incident['links'], other: Incident['links'][number]): Incident['links'] {
  return [...links.filter(({ id }) => id !== other.id), other];
}

function withAlert(incident: Incident, added: IncidentAlert): Incident {
  const others = incident.alerts.filter(({ alert }) => alert.id !== added.alert.id);
  return { ...incident, alerts: [...others, added] };
}

function changeAlert(
  incident: Incident,
  alertId: number,
  change: Partial<Pick<IncidentAlert, 'sign' | 'closed' | 'standing'>>,
): Incident {
  return {
    ...incident,
    alerts: incident.alerts.map((one) => (one.alert.id === alertId ? { ...one, ...change } : one)),
  };
}
