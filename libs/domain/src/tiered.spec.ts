import { describe, expect, it } from '@jest/globals';
import type { Mention } from './mention.js';
import { tiered } from './tiered.js';

const aPost = (over: Partial<Mention> = {}): Mention => ({
  externalId: '1',
  version: 0,
  kind: 'article',
  channel: 'news',
  outletTier: 'online',
  author: { id: 'desk' },
  text: 'Kritik an Nordwind',
  publishedAt: '2026-03-05T12:00:00.000Z',
  observedAt: '2026-03-05T12:00:00.000Z',
  ...over,
});
const paper = { name: 'Tagblatt', outletTier: 'print' } as const;

describe('a mention from a source that is an outlet', () => {
  it('carries its tier and its name', () => {
    expect(tiered(aPost(), paper)).toMatchObject({ outletTier: 'print', outlet: 'Tagblatt' });
  });

  it('keeps the outlet it names, and a heavier tier', () => {
    const agency = aPost({ outlet: 'Nordfunk', outletTier: 'broadcast' });
    expect(tiered(agency, paper)).toMatchObject({ outletTier: 'broadcast', outlet: 'Nordfunk' });
  });

  it('is as it came where the source is many: a search, a platform, an upload', () => {
    const post = aPost({ channel: 'x', outletTier: 'none' });
    expect(tiered(post, { name: 'feed of X', outletTier: 'none' })).toBe(post);
  });
});
