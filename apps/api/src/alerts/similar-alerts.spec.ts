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
});
