import { MINUTE_MS } from '../clock.js';
import type { ClockMarks } from './incident-clock.js';

/** Parts of the time that must have gone before a deadline grows amber, then red. */
const AMBER_AFTER = 1 / 2;
const RED_AFTER = 5 / 6;

/**
 * A deadline: amber at half time, red in the last sixth. `conservativeMs` is the strictest reading of it: the warnings
 * go by that one, so that nobody is warned only after it has passed.
 */
export function deadlineMarks(
  anchorMs: number,
  dueMs: number,
  conservativeMs: number = dueMs,
): ClockMarks {
  const span = Math.max(0, Math.min(dueMs, conservativeMs) - anchorMs);
  return {
    amberMs: Math.min(dueMs, anchorMs + Math.floor(span * AMBER_AFTER)),
    redMs: Math.min(dueMs, anchorMs + Math.floor(span * RED_AFTER)),
    dueMs,
  };
}

/** A duty without a fixed time: counts up, amber and red after so many minutes. */
export function countUpMarks(
  anchorMs: number,
  amberMinutes: number,
  redMinutes: number,
): ClockMarks {
  return {
    amberMs: anchorMs + amberMinutes * MINUTE_MS,
    redMs: anchorMs + redMinutes * MINUTE_MS,
    dueMs: null,
  };
}

/** An approval box: amber when the deputy is asked too. */
export function approvalMarks(
  submittedMs: number,
  minutes: number,
  deputyAfterMinutes: number,
): ClockMarks {
  const dueMs = submittedMs + minutes * MINUTE_MS;
  const { redMs } = deadlineMarks(submittedMs, dueMs);
  const deputyMs = submittedMs + deputyAfterMinutes * MINUTE_MS;
  return { amberMs: Math.min(deputyMs, dueMs), redMs, dueMs };
}
