import { describe, expect, it } from '@jest/globals';
import { EVERYTHING, isFound } from './mute-search.js';

const mute = {
  ...{ name: 'Nordwind', reason: 'Die Kampagne läuft', by: { id: 1, name: 'Paul Öztürk' } },
  subject: { kind: 'topic', topicId: 3 },
} as never;

describe('somebody who looks for a mute', () => {
  it('finds it by its name, its reason or who set it, whatever the case', () => {
    for (const text of ['nord', ' KAMPAGNE ', 'öztürk', '']) {
      expect(isFound(mute, { ...EVERYTHING, text })).toBe(true);
    }
    expect(isFound(mute, { ...EVERYTHING, text: 'Südwind' })).toBe(false);
  });

  it('or by what kind of thing it is', () => {
    expect(isFound(mute, { ...EVERYTHING, kind: 'topic' })).toBe(true);
    expect(isFound(mute, { text: 'nord', kind: 'source' })).toBe(false);
  });
});
