import { describe, expect, it } from '@jest/globals';
import { patternKey } from '../match/pattern.js';
import { readWordList } from './read-word-list.js';
import { standardLexicon } from './standard-lexicon.js';

describe('standardLexicon', () => {
  const lexicon = standardLexicon();

  it('holds more than a thousand German and eight hundred English words with feeling', () => {
    expect(lexicon.sizes.de).toBeGreaterThan(1000);
    expect(lexicon.sizes.en).toBeGreaterThan(800);
  });

  it('knows each pattern once', () => {
    expect(new Set(lexicon.patterns.map(patternKey)).size).toBe(lexicon.patterns.length);
  });

  it('refuses a list with a head it does not know', () => {
    expect(() => readWordList('loud | hello')).toThrow('unknown head');
  });
});
