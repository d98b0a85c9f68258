import { describe, expect, it } from '@jest/globals';
import { readMentionSearch } from './mention-search.js';

describe('the address of a filtered stream', () => {
  it('is read as it was sent', () => {
    const sent = {
      topic: 3,
      channel: 'forum',
      polarity: 'negative',
      author: 'K7F3-2Q',
      q: '"heiße Akkus" -Polar',
      span: '6h',
      fold: false,
      alert: 311,
      from: '2026-11-22T12:00:00.000Z',
    };
    expect(readMentionSearch(sent)).toEqual(sent);
  });
  it('leaves out what nobody understands', () => {
    const odd = {
      topic: 'x',
      channel: 'smoke signals',
      author: '<script>',
      from: 'yesterday',
      fold: true,
      span: '9h',
      q: '  ',
    };
    expect(readMentionSearch(odd)).toEqual({});
  });
  it('searches for numbers as for words', () => {
    expect(readMentionSearch({ q: 2026 })).toEqual({ q: '2026' });
  });
});
