import { describe, expect, it } from '@jest/globals';
import { dueOf } from './due-of.js';
import { calendarWithoutHolidays } from './legal-calendar.js';
import { LEGAL_CLOCK_RULES } from './legal-clock-rules.js';
import { stageMarks } from './stage-marks.js';

const HOUR = 3_600_000;
const berlin = calendarWithoutHolidays('Europe/Berlin');
const anchors = { knowledge: Date.parse('2026-05-04T09:20:00+02:00') };
const marksOf = (id: string) => {
  const rule = LEGAL_CLOCK_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no clock ${id}`);
  return rule.stages.map((stage) => stageMarks(rule, dueOf(stage, anchors, berlin), anchors));
};

describe('how loud a legal clock grows', () => {
  it('a data breach warns by 72 hours from knowledge and is overdue with the full hour', () => {
    expect(marksOf('DSGVO-33')).toEqual([
      {
        amberMs: anchors.knowledge + 36 * HOUR,
        redMs: anchors.knowledge + 60 * HOUR,
        dueMs: Date.parse('2026-05-07T10:00:00+02:00'),
      },
    ]);
  });

  it('what is due without delay counts up from knowledge', () => {
    expect(marksOf('MAR-17')).toEqual([
      { amberMs: anchors.knowledge + HOUR, redMs: anchors.knowledge + 4 * HOUR, dueMs: null },
    ]);
  });

  it('every stage of every clock warns before it is due', () => {
    for (const { id } of LEGAL_CLOCK_RULES) {
      for (const { amberMs, redMs, dueMs } of marksOf(id)) {
        expect(amberMs ?? 0).toBeGreaterThan(anchors.knowledge);
        expect(redMs ?? 0).toBeGreaterThan(amberMs ?? Infinity);
        if (dueMs !== null) expect(redMs ?? Infinity).toBeLessThan(dueMs);
      }
    }
  });
});
