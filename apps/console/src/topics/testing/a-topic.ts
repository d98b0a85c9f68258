import type { TopicView } from '@sturmwarte/contracts';

export function aTopic(over: Partial<TopicView> = {}): TopicView {
  return {
    id: 1,
    spaceId: 1,
    brandId: 1,
    name: 'Produkt Nordlicht',
    kind: 'product',
    query: 'nordlicht* (*akku* OR rückruf)',
    rules: [{ id: 'r1', negatives: 30, minutes: 15, level: 3 }],
    sensitivity: 'standard',
    headStart: null,
    cooldownMinutes: 0,
    active: true,
    ...over,
  };
}
