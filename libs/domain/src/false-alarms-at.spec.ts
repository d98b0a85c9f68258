import { describe, expect, it } from '@jest/globals';
import { falseAlarmsAt } from './false-alarms-at.js';

describe('somebody who sets a value of their own', () => {
  it('reads the measured figure where there is one', () => {
    expect(falseAlarmsAt(0)).toEqual({ kind: 'measured', alarms: 0.2 });
    expect(falseAlarmsAt(0.85)).toEqual({ kind: 'measured', alarms: 0.9 });
  });

  it('reads an estimate between two, which grows with the value', () => {
    const found = [0.1, 0.4, 0.8].map(falseAlarmsAt);
    expect(found.map(({ kind }) => kind)).toEqual(['between', 'between', 'between']);
    const alarms = found.map((one) => one.alarms);
    expect(alarms).toEqual([...alarms].sort((a, b) => a - b));
    expect(Math.min(...alarms)).toBeGreaterThan(0.2);
    expect(Math.max(...alarms)).toBeLessThan(0.9);
  });

  it('is told that nobody has measured beyond, instead of a figure made up', () => {
    expect(falseAlarmsAt(-0.8)).toEqual({ kind: 'below', alarms: 0.1 });
    expect(falseAlarmsAt(0.95)).toEqual({ kind: 'above', alarms: 0.9 });
  });
});
