import { approvalMarks, deadlineMarks } from '../clocks/clock-marks.js';
import type { ClockStanding, IncidentClock } from '../clocks/incident-clock.js';
import { MINUTE_MS } from '../clock.js';
import { approvalStateOf } from '../statement/approval-state.js';
import { isOutAlready } from '../statement/is-out-already.js';
import type { EmergencyRelease, Statement } from '../statement/statement.js';
import type { Incident } from './incident.js';

/** Within a day somebody else looks at what was let out in an emergency. */
const REVIEW_MINUTES = 24 * 60;

/** The boxes of approvals that wait for somebody, and the reviews that are owed. */
export function wordingClocks(incident: Incident): readonly IncidentClock[] {
  return [
    ...incident.statements.flatMap((statement) => boxesOf(incident, statement)),
    ...incident.emergencies.map(reviewClock),
  ];
}

/**
 * One clock for each statement and open place, over all its variants: whoever is asked reads them together. It runs
 * from when the first of them was asked.
 */
function boxesOf(incident: Incident, statement: Statement): IncidentClock[] {
  const clocks = new Map<string, IncidentClock>();
  for (const variant of statement.variants) {
    const state = approvalStateOf(incident, statement, variant, incident.opened.at);
    if (state.phase !== 'waiting' || isOutAlready(incident, statement, variant)) continue;
    for (const { index, throughAt, places } of state.stages) {
      const stage = state.rule?.stages[index];
      if (stage === undefined || throughAt !== null) continue;
      for (const { role, opens, given } of places) {
        if (opens === null || given !== null) continue;
        const key = approvalClockKey(statement.id, index, role);
        const anchorMs = Date.parse(opens);
        const known = clocks.get(key);
        if (known !== undefined && known.listedMs <= anchorMs) continue;
        const marks = approvalMarks(anchorMs, stage.minutes, stage.deputyAfterMinutes);
        clocks.set(key, clockOf(key, { kind: 'running', anchorMs, marks }));
      }
    }
  }
  return [...clocks.values()];
}

export function approvalClockKey(statement: number, stage: number, role: string): string {
  return `approval:${statement}:${stage}:${role}`;
}

function reviewClock({ seq, at, review }: EmergencyRelease): IncidentClock {
  const anchorMs = Date.parse(at);
  const marks = deadlineMarks(anchorMs, anchorMs + REVIEW_MINUTES * MINUTE_MS);
  const key = `emergency:${seq}`;
  if (review === null) return clockOf(key, { kind: 'running', anchorMs, marks });
  const atMs = Date.parse(review.at);
  return clockOf(key, { kind: 'fulfilled', anchorMs, marks, atMs, proof: review.note });
}

function clockOf(
  key: string,
  standing: Extract<ClockStanding, { readonly anchorMs: number }>,
): IncidentClock {
  return { key, kind: 'approval', listedMs: standing.anchorMs, standing };
}
