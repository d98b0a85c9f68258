import { describe, expect, it } from '@jest/globals';
import { ShareBaseline } from './share.js';

function after(hours: number, shareOf: (hour: number) => number, perHour = 100): ShareBaseline {
  const share = new ShareBaseline();
  for (let hour = 0; hour < hours; hour++) {
    share.gather(perHour * shareOf(hour), perHour);
    share.learn();
  }
  return share;
}

describe('the usual negative share', () => {
  it('is learnt', () => {
    expect(after(300, () => 0.1).share).toBeCloseTo(0.1, 1);
    expect(after(300, () => 0.7).share).toBeCloseTo(0.7, 1);
  });

  it('comes with how far it wanders', () => {
    const steady = after(500, () => 0.3);
    const moody = after(500, (hour) => (hour % 12 < 6 ? 0.15 : 0.45));
    expect(moody.wander).toBeGreaterThan(4 * steady.wander);
  });

  it('is hardly moved by a day of storm', () => {
    expect(after(524, (hour) => (hour < 500 ? 0.2 : 0.9)).share).toBeLessThan(0.27);
  });

  it('says nothing of hours without mentions', () => {
    expect(after(100, () => 0, 0).hours).toBe(0);
  });
});
