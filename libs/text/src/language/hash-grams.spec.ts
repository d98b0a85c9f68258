import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashGrams } from './hash-grams.js';

describe('hashing what words are made of', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('Straße', "don't", ' ', '\n', '😡', '𝔄𝔅', '\ud800', 'İ', 'ﬁn', 'щ', '日本', '-'),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('finds in any text the buckets that the weights were trained with', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(9_000, 8_191, 7), (one, buckets) => {
        expect(collect(hashGrams, one, buckets)).toEqual(collect(hashAsTrained, one, buckets));
      }),
      { numRuns: 500 },
    );
  });
});

type Hash = typeof hashGrams;

function collect(hash: Hash, text: string, buckets: number): number[] {
  const found: number[] = [];
  hash(text, buckets, (bucket) => found.push(bucket));
  return found;
}

/** The definition, plainly. */
const hashAsTrained: Hash = (text, buckets, each) => {
  const words = text.toLowerCase().replace(/[^\p{L}']+/gu, ' ');
  const units = ` ${words.trim()} `.replace(/^ +$/, ' ');
  for (let i = 0; i < units.length; i++) {
    let hash = 2_166_136_261;
    for (let n = 0; n < 4 && i + n < units.length; n++) {
      hash = Math.imul(hash ^ units.charCodeAt(i + n), 16_777_619) >>> 0;
      each(((hash ^ (hash >>> 15)) >>> 0) % buckets);
    }
  }
};
