import type { Evidence } from '../evidence.js';

/** Evidence of a small storm; override what the story is about. */
export function anEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return {
    at: '2026-03-05T02:00:00.000Z',
    level: 3,
    cause: 'detector',
    ruleId: null,
    detectorVersion: 'test',
    score: 4,
    observed: 52,
    expected: 7,
    ratio: 7.4,
    share: 0.7,
    usualShare: 0.2,
    uniqueAuthors: 34,
    channels: [{ channel: 'x', count: 40 }],
    doublingMinutes: 41,
    signals: [],
    terms: [],
    firstMentionId: null,
    sampleMentionIds: [],
    silentSources: [],
    outlook: null,
    ...overrides,
  };
}
