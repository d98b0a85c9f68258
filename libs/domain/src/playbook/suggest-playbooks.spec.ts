import { describe, expect, it } from '@jest/globals';
import { aPlaybook } from '../testing/a-playbook.js';
import type { Playbook } from './playbook.js';
import { suggestPlaybooks } from './suggest-playbooks.js';

const title = { de: 'Hinweis', en: 'Hint' };
const recall = aPlaybook([], {
  id: 'PB-02',
  wind: { from: 1, to: 6 },
  triggers: [{ id: 'hazard', title, words: ['akku*', 'brennt'], topicKinds: ['product'] }],
});
const service = aPlaybook([], {
  id: 'PB-01',
  wind: { from: 2, to: 4 },
  triggers: [
    { id: 'complaint', title, words: ['hotline', 'akku*'], topicKinds: [] },
    { id: 'me-too', title, words: ['mir auch'], topicKinds: [] },
  ],
});
const suggest = (
  terms: readonly string[],
  { kind = 'product', level = 3 }: { kind?: 'product' | 'person'; level?: 3 | 5 } = {},
  library: readonly Playbook[] = [service, recall],
) =>
  suggestPlaybooks(
    library,
    { level, terms: terms.map((term) => ({ term, count: 9, lift: null })) },
    kind,
  ).map(({ playbook, reasons, inRange }) => [
    playbook.id,
    reasons.map(({ trigger, terms: fitting }) => [trigger.id, ...fitting]),
    inRange,
  ]);

describe('which playbook an alert speaks of', () => {
  it('is told with the terms that speak for it, best first', () => {
    expect(suggest(['akkus', 'Brennt', 'nordlicht'])).toEqual([
      ['PB-02', [['hazard', 'akkus', 'Brennt']], true],
      ['PB-01', [['complaint', 'akkus']], true],
    ]);
  });

  it('is none when no term fits', () => {
    expect(suggest(['nordlicht'])).toEqual([]);
  });

  it('minds what kind of topic burns', () => {
    expect(suggest(['akkus'], { kind: 'person' }).map(([id]) => id)).toEqual(['PB-01']);
  });

  it('prefers one written for this level, and says when it was not', () => {
    expect(suggest(['akkus'], { level: 5 }).map(([id, , inRange]) => [id, inRange])).toEqual([
      ['PB-02', true],
      ['PB-01', false],
    ]);
  });

  it('does not depend on the order of the library', () => {
    expect(suggest(['akkus'], {}, [recall, service])).toEqual(suggest(['akkus']));
  });
});
