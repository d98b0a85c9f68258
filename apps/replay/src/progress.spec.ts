import { describe, expect, it } from '@jest/globals';
import { Latency } from './latency.js';
import { Progress } from './progress.js';

const SPACE = Date.parse('2015-02-22T18:30:00Z');
const nothing = { stored: 0, duplicates: 0, replaced: 0, deleted: 0, rejected: 0, errors: [] };

describe('what a replay tells about itself', () => {
  it('names time, pace, what was taken and how quickly', () => {
    const progress = new Progress(0, SPACE);
    progress.acknowledged({ ...nothing, lines: 3, stored: 3 }, [1, 2, 3], 12);
    expect(progress.line(1_500, 0)).toBe(
      '2015-02-22 18:30 UTC · 3 played · 2/s · 3 stored · ack p50 12 ms, p99 12 ms',
    );
    expect(progress.line(1_500, 2_300)).toContain('2.3 s behind');
  });

  it('says why lines were refused and where the first one stands in the file', () => {
    const progress = new Progress(0, SPACE);
    const error = { line: 2, code: 'field-missing' as const, params: { field: 'text' } };
    progress.acknowledged(
      { ...nothing, lines: 2, stored: 1, rejected: 1, errors: [error] },
      [40, 41],
      5,
    );
    progress.notPlayed('no-time', 7);
    const summary = progress.summary(2_000, 'Finished');
    expect(summary).toContain('1 stored, 0 duplicates, 0 replaced, 0 deleted, 1 rejected');
    expect(summary).toContain('Lines that could not be played: 1.');
    expect(summary).toContain('1 x field-missing (text), first in line 41');
    expect(summary).toContain('1 x no-time, first in line 7');
  });

  it('keeps quantiles within a tenth', () => {
    const latency = new Latency();
    for (let ms = 1; ms <= 1_000; ms++) latency.add(ms);
    expect(latency.quantile(0.5)).toBeGreaterThanOrEqual(500);
    expect(latency.quantile(0.5)).toBeLessThanOrEqual(550);
    expect(latency.quantile(1)).toBe(1_000);
    expect(new Latency().quantile(0.5)).toBeNull();
  });
});
