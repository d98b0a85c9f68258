import { countUpMarks, deadlineMarks, type ClockMarks } from '@sturmwarte/domain';
import type { AnchorTimes } from './anchor.js';
import type { StageDue } from './due-of.js';
import type { LegalClockRule } from './legal-clock-rule.js';

/** When a stage grows louder: by its due time (`dueOf`), or, where it has none, by the minutes of its clock. */
export function stageMarks(
  rule: Pick<LegalClockRule, 'amberMinutes' | 'redMinutes'>,
  due: StageDue | null,
  anchors: AnchorTimes,
): ClockMarks {
  if (due !== null) {
    return deadlineMarks(anchors[due.from] ?? anchors.knowledge, due.dueMs, due.conservativeMs);
  }
  const { amberMinutes, redMinutes } = rule;
  if (amberMinutes === null || redMinutes === null) {
    throw new Error('a stage without a due time needs minutes to count up to');
  }
  return countUpMarks(anchors.knowledge, amberMinutes, redMinutes);
}
