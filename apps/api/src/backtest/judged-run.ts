import {
  alarmsOf,
  judgeAlarms,
  MINUTE_MS,
  type Label,
  type LevelChange,
  type PastAlarm,
  type Verdict,
} from '@sturmwarte/domain';
import type { Span } from './topic-past.js';

export interface JudgedRun {
  readonly changes: readonly LevelChange[];
  readonly alarms: readonly PastAlarm[];
  readonly verdict: Verdict;
}

/** What was shown of a run: only from where counting began, so that no week without counts waters down the figures. */
export function judgedRun(
  changes: readonly LevelChange[],
  labels: readonly Label[],
  span: Span,
  since: number | null,
): JudgedRun {
  const from = Math.max(span.from, since ?? span.to) * MINUTE_MS;
  const to = span.to * MINUTE_MS;
  const alarms = alarmsOf(changes).filter(({ at }) => at >= from);
  return {
    changes: changes.filter(({ at }) => at >= from),
    alarms,
    verdict: judgeAlarms(alarms, labels, { from, to }),
  };
}
