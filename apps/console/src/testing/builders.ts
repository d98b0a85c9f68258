import type { AlertView, Board, BoardCard, MentionView, TopicPulse } from '@sturmwarte/contracts';
import type { Evidence, OutlookForecast } from '@sturmwarte/domain';

export const NOON = '2026-11-22T12:00:00.000Z';
const MINUTE = Date.parse(NOON) / 60_000;

export function aPulseOf(over: Partial<TopicPulse> = {}): TopicPulse {
  return {
    topicId: 1,
    level: 3,
    since: NOON,
    trend: 'rising',
    ratio: 3.1,
    observed: 42,
    expected: 13.5,
    total: 90,
    share: 0.46,
    doublingMinutes: 41,
    channels: ['x', 'forum'],
    bucket: { minute: MINUTE, negative: 12 },
    ...over,
  };
}

export function aCard(over: Partial<BoardCard> = {}): BoardCard {
  return {
    ...aPulseOf(),
    name: 'Produkt Nordlicht',
    kind: 'product',
    brandId: 1,
    alert: null,
    spark: [1, 2, 1, 3, 5, 12],
    ...over,
  };
}

export function aBoard(cards: readonly BoardCard[] = [aCard()]): Board {
  return { spaceId: 1, now: NOON, cards };
}

export function anEvidence(over: Partial<Evidence> = {}): Evidence {
  return {
    at: NOON,
    level: 3,
    cause: 'detector',
    ruleId: null,
    detectorVersion: '1',
    score: 5.2,
    observed: 42,
    expected: 13.5,
    ratio: 3.1,
    share: 0.46,
    usualShare: 0.12,
    uniqueAuthors: 34,
    channels: [{ channel: 'x', count: 30 }],
    doublingMinutes: 41,
    signals: [
      { name: 'ratio', state: 'met', value: 3.1, threshold: 3 },
      { name: 'media', state: 'unknown', value: null, threshold: 1 },
    ],
    terms: [{ term: 'akku', count: 22, lift: 8.4 }],
    firstMentionId: '1',
    sampleMentionIds: ['1'],
    silentSources: [],
    outlook: null,
    ...over,
  };
}

/** A storm that grows at noon; the first quarter to come begins with it. */
export function aForecast(over: Partial<OutlookForecast> = {}): OutlookForecast {
  return {
    kind: 'forecast',
    phase: 'rising',
    doublingMinutes: 41,
    hour: { expected: 187, low: 123, high: 304 },
    sixHours: { expected: 904, low: 402, high: 2_040 },
    course: [
      { minute: MINUTE, expected: 40, low: 30, high: 52 },
      { minute: MINUTE + 345, expected: 20, low: 5, high: 80 },
    ],
    nextLevel: { level: 4, withinMinutes: 60, chance: 0.352, waitsFor: null },
    peak: {
      at: '2026-11-22T13:10:00.000Z',
      from: '2026-11-22T12:10:00.000Z',
      to: '2026-11-22T16:40:00.000Z',
      passed: 0.3,
      negatives: { expected: 61, low: 42, high: 120 },
    },
    ...over,
  };
}

export function anAlert(over: Partial<AlertView> = {}): AlertView {
  return {
    id: 311,
    number: 311,
    spaceId: 1,
    brandId: 1,
    topicId: 1,
    topicName: 'Produkt Nordlicht',
    state: 'open',
    level: 3,
    peakLevel: 3,
    trend: 'rising',
    openedAt: NOON,
    levelSince: NOON,
    acknowledgedAt: null,
    acknowledgedBy: null,
    closedAt: null,
    closeKind: null,
    closeReason: null,
    evidence: anEvidence(),
    version: 1,
    ...over,
  };
}

export function aMention(over: Partial<MentionView> = {}): MentionView {
  return {
    id: '1',
    spaceId: 1,
    sourceId: 1,
    kind: 'post',
    channel: 'x',
    outletTier: 'none',
    outlet: null,
    url: null,
    author: 'K7F3-2Q',
    followers: 120,
    title: null,
    text: 'Der Akku wird heiß, das ist eine Frechheit.',
    lang: 'de',
    publishedAt: NOON,
    observedAt: NOON,
    receivedAt: NOON,
    metrics: null,
    rating: null,
    topics: [1],
    negative: 910,
    polarity: 'negative',
    judgedBy: 'lexicon-1',
    spans: [{ start: 33, end: 42, weight: -2 }],
    repostOf: null,
    reposts: 0,
    ...over,
  };
}
