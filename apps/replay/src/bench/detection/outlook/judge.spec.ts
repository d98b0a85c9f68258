import { describe, expect, it } from '@jest/globals';
import { bandResult, chanceResult, logError, type Judged } from './judge.js';

/** A moment after which so many negatives came, with what was said of them. */
function said(came: number, low: number, expected: number, high: number): Judged {
  const hour = { low, expected, high };
  return { moment: { came: () => came }, said: { hour } } as unknown as Judged;
}
const hourOf = ({ said: { hour } }: Judged) => hour;
const cameOf = ({ moment }: Judged) => moment.came(0, 60);

describe('judging the outlook', () => {
  it('counts what lay below, in and above the band, its ends in whole mentions', () => {
    const all = [
      said(5, 10, 20, 30),
      said(10, 10.4, 20, 30),
      said(30, 10, 20, 29.2),
      said(90, 10, 20, 30),
    ];
    expect(bandResult(all, hourOf, cameOf)).toEqual({ below: 0.25, inside: 0.5, above: 0.25 });
  });
  it('measures the distance of logarithms, so that twice too many is as bad as half', () => {
    const double = logError([said(97, 0, 0, 0)], 60, () => 197, cameOf);
    const half = logError([said(197, 0, 0, 0)], 60, () => 97, cameOf);
    expect(double).toBeCloseTo(Math.LN2, 6);
    expect(half).toBeCloseTo(double, 6);
  });
  it('holds a chance against somebody who always says how often it happens', () => {
    const sure = [0.9, 0.9, 0.1, 0.1].map((chance, at) => ({ said: chance, happened: at < 2 }));
    const { said: mean, happened, brier, baseBrier } = chanceResult(sure);
    expect([mean, happened, baseBrier]).toEqual([0.5, 0.5, 0.25]);
    expect(brier).toBeCloseTo(0.01, 6);
    const wrong = chanceResult(sure.map((one) => ({ ...one, happened: !one.happened })));
    expect(wrong.brier).toBeGreaterThan(wrong.baseBrier);
  });
});
