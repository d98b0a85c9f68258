import { describe, expect, it } from '@jest/globals';
import type { AlertView } from '@sturmwarte/contracts';
import { evolveAlert } from '@sturmwarte/domain';
import { anEvidence } from '@sturmwarte/domain/testing';
import { similarAlerts } from './similar-alerts.js';

function anAlert(id: number, topicId: number, terms: readonly string[]): AlertView {
  const evidence = anEvidence({ terms: terms.map((term) => ({ term, count: 3, lift: 2 })) });
  const alert = evolveAlert(null, { type: 'raised', at: evidence.at, level: 3, evidence });
  return { ...alert, id, number: id, spaceId: 1, brandId: 1, topicId, topicName: 'Milch' };
}

describe('similar alerts', () => {
  const now = anAlert(9, 1, ['rückruf', 'schimmel', 'charge']);

  it('are those of the same topic and those about the same words', () => {
    const earlier = [
      anAlert(8, 2, ['rückruf', 'schimmel']),
      anAlert(7, 2, ['rückruf', 'preis']),
      anAlert(6, 1, ['preis']),
    ];
    expect(similarAlerts(now, earlier).map(({ id }) => id)).toEqual([8, 6]);
  });

  it('are at most five, most in common first', () => {
    const earlier = [1, 2, 3, 4, 5, 6, 7].map((id) => anAlert(id, 1, id === 3 ? ['charge'] : []));
    expect(similarAlerts(now, earlier).map(({ id }) => id)).toEqual([3, 7, 6, 5, 4]);
  });

  it('say which words they have in common, as they are written now', () => {
    const [similar] = similarAlerts(now, [anAlert(8, 2, ['Rückruf', 'SCHIMMEL', 'preis'])]);
    expect(similar?.shared).toEqual(['rückruf', 'schimmel']);
  });

  it('are known by what they were about at their height, not by what was said when they had eased', () => {
    const high = anAlert(8, 2, ['rückruf', 'schimmel']);
    const evidence = anEvidence({ level: 1, terms: [{ term: 'wetter', count: 4, lift: 2 }] });
    const at = evidence.at;
    const fallen = evolveAlert(high, { type: 'level-changed', at, from: 3, to: 1, evidence });
    const updated = evolveAlert(fallen, {
      type: 'evidence-updated',
      at,
      trend: 'steady',
      evidence,
    });
    expect(similarAlerts(now, [{ ...high, ...updated }]).map(({ id }) => id)).toEqual([8]);
  });

  it('of the same topic come as high as this one first', () => {
    const low = { ...anAlert(8, 1, []), peakLevel: 1 as const };
    expect(similarAlerts(now, [low, anAlert(7, 1, [])]).map(({ id }) => id)).toEqual([7, 8]);
  });
});
