import { describe, expect, it } from '@jest/globals';
import type { Evidence } from './evidence.js';
import { evidenceOfRise, type AlertAndHistory } from './evidence-of-rise.js';

const evidence = (observed: number, state: 'met' | 'unmet' = 'met') =>
  ({ observed, cause: 'detector', signals: [{ name: 'ratio', state }] }) as unknown as Evidence;
const at = '2026-11-21T08:00:00.000Z';
const detail = (level: number) =>
  ({
    alert: { level, peakLevel: 4, evidence: evidence(1) },
    history: [
      { seq: 1, at, type: 'raised', level: 2, evidence: evidence(8) },
      { seq: 2, at, type: 'level-changed', from: 2, to: 4, evidence: evidence(40) },
      { seq: 3, at, type: 'level-changed', from: 4, to: 0, evidence: evidence(0) },
    ],
  }) as unknown as AlertAndHistory;

describe('why an alert fired', () => {
  it('is told by the moment it rose highest, once the storm has eased', () => {
    expect(evidenceOfRise(detail(0)).observed).toBe(40);
  });

  it('is told by the newest evidence while it stands at its highest', () => {
    expect(evidenceOfRise(detail(4)).observed).toBe(1);
  });

  it('is told by the rise when the level stands only because it falls slowly', () => {
    const { alert, history } = detail(4);
    const held = { alert: { ...alert, evidence: evidence(3, 'unmet') }, history };
    expect(evidenceOfRise(held).observed).toBe(40);
  });
});
