import { describe, expect, it } from '@jest/globals';
import { alertPhase, phasesOf } from './alert-phase.js';
import type { AlertEvent } from './alert.js';
import type { Level } from './level.js';
import { anEvidence } from './testing/index.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 5, 12, minute)).toISOString();
const evidence = anEvidence();
const raised = (minute: number, level: Level): AlertEvent => ({
  type: 'raised',
  at: at(minute),
  level,
  evidence,
});
const moved = (minute: number, from: Level, to: Level): AlertEvent => ({
  type: 'level-changed',
  at: at(minute),
  from,
  to,
  evidence,
});
const closed = (minute: number): AlertEvent => ({
  type: 'closed',
  at: at(minute),
  by: null,
  kind: 'eased',
  reason: null,
  note: null,
});

describe('the phases of an alert', () => {
  it('begin before the alarm, become acute with it, and end when it has eased', () => {
    const history = [
      raised(0, 2),
      moved(20, 2, 3),
      moved(40, 3, 4),
      moved(90, 4, 3),
      moved(150, 3, 2),
    ];
    expect(phasesOf(history)).toEqual([
      { phase: 'before', at: at(0) },
      { phase: 'acute', at: at(20) },
      { phase: 'after', at: at(150) },
    ]);
  });

  it('begin acute where the first sight is an alarm', () => {
    expect(phasesOf([raised(0, 4)])).toEqual([{ phase: 'acute', at: at(0) }]);
  });

  it('become acute again when it burns again', () => {
    const again: AlertEvent = { type: 'reopened', at: at(60), by: null, level: 3, evidence };
    expect(phasesOf([raised(0, 3), closed(30), again]).map(({ phase }) => phase)).toEqual([
      'acute',
      'after',
      'acute',
    ]);
  });

  it('are over when people have closed it, whatever the detector still sees', () => {
    expect(phasesOf([raised(0, 3), closed(30), moved(40, 3, 4)]).at(-1)?.phase).toBe('after');
    expect(alertPhase({ state: 'closed', level: 4, peakLevel: 4 })).toBe('after');
  });

  it('stay before it while a notice never becomes an alarm', () => {
    expect(alertPhase({ state: 'open', level: 1, peakLevel: 2 })).toBe('before');
  });

  it('are not moved by what people note', () => {
    const by = { id: 1, name: 'Pia' };
    const noted: AlertEvent = { type: 'noted', at: at(5), by, note: 'seen' };
    expect(phasesOf([raised(0, 3), noted])).toHaveLength(1);
  });
});
