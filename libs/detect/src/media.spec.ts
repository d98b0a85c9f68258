import { describe, expect, it } from '@jest/globals';
import { MediaSketch } from './media.js';

describe('the media echo', () => {
  it('counts outlets, not articles', () => {
    const media = new MediaSketch();
    for (let minute = 1; minute < 9; minute++) media.hear(minute, [{ outlet: 7, tier: 'online' }]);
    expect(media.count([])).toEqual({ outlets: 1, classic: 0 });
  });

  it('knows print and broadcast from online and blogs, and ignores what is no media', () => {
    const media = new MediaSketch();
    media.hear(1, [
      { outlet: 1, tier: 'blog' },
      { outlet: 2, tier: 'print' },
      { outlet: 3, tier: 'none' },
    ]);
    expect(media.count([{ outlet: 4, tier: 'broadcast' }])).toEqual({ outlets: 3, classic: 2 });
  });

  it('forgets after six hours', () => {
    const media = new MediaSketch();
    media.hear(1, [{ outlet: 1, tier: 'blog' }]);
    media.pass(360, false);
    expect(media.count([]).outlets).toBe(1);
    media.pass(361, false);
    expect(media.count([]).outlets).toBe(0);
  });

  it('learns how many outlets are usual, except during an alarm', () => {
    const media = new MediaSketch();
    media.hear(1, [{ outlet: 1, tier: 'blog' }]);
    media.pass(2, false);
    const learnt = media.usual;
    expect(learnt).toBeGreaterThan(0);
    expect(learnt).toBeLessThan(0.01);
    for (let minute = 3; minute < 300; minute++) media.pass(minute, true);
    expect(media.usual).toBe(learnt);
  });
});
