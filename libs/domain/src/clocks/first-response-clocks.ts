import { countUpMarks, deadlineMarks } from './clock-marks.js';
import { MINUTE_MS } from '../clock.js';
import type { ClockStanding, IncidentClock } from './incident-clock.js';

export interface FirstResponse {
  readonly atMs: number;
  readonly proof: string;
}

/** Without an answer for so long after the first negative mention, people write that we are silent. */
const SILENCE_RED_FACTOR = 4;

/**
 * Two clocks of one answer. From the alert it is a deadline: what we promised ourselves. From the first negative
 * mention it counts up: what people out there see. The first publication stops both.
 */
export function firstResponseClocks(seen: {
  readonly alertMs: number;
  readonly firstNegativeMs: number | null;
  readonly withinMinutes: number;
  readonly response: FirstResponse | null;
}): readonly IncidentClock[] {
  const { alertMs, firstNegativeMs, withinMinutes, response } = seen;
  const alert = deadlineMarks(alertMs, alertMs + withinMinutes * MINUTE_MS);
  const fromAlert = clockOf('alert', alertMs, standing(alertMs, alert, response));
  if (firstNegativeMs === null) return [fromAlert];
  const silent = countUpMarks(firstNegativeMs, withinMinutes, SILENCE_RED_FACTOR * withinMinutes);
  const spoken = standing(firstNegativeMs, silent, response);
  return [fromAlert, clockOf('mention', firstNegativeMs, spoken)];
}

function clockOf(
  from: 'alert' | 'mention',
  listedMs: number,
  stands: ClockStanding,
): IncidentClock {
  return { key: `first-response:${from}`, kind: 'first-response', listedMs, standing: stands };
}

function standing(
  anchorMs: number,
  marks: ReturnType<typeof deadlineMarks>,
  response: FirstResponse | null,
): ClockStanding {
  if (response === null) return { kind: 'running', anchorMs, marks };
  return { kind: 'fulfilled', anchorMs, marks, ...response };
}
