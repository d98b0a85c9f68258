import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from './clean-text.js';

describe('cleanText', () => {
  it.each([
    ['null bytes and bells', 'a\u0000b\u0007c', 'abc'],
    ['bidi overrides', 'abc\u202ecba\u2066x\u2069', 'abccbax'],
    ['lone surrogates', 'a\ud800b\udc00c', 'abc'],
    ['zero-width characters', 'fr\u200bee\ufeff', 'free'],
    ['tabs', 'a\tb', 'a b'],
    ['line ends of all systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['accents written apart', 'u\u0308ber', 'über'],
    ['a joiner between letters', 'a\u200db', 'ab'],
  ])('takes care of %s', (_, raw, clean) => {
    expect(cleanText(raw, 100)).toBe(clean);
  });

  it('keeps families of emoji together', () => {
    expect(cleanText('👩‍👩‍👧 ❤️‍🔥 🏳️‍🌈 👩🏽‍🚀', 100)).toBe('👩‍👩‍👧 ❤️‍🔥 🏳️‍🌈 👩🏽‍🚀');
  });

  it('leaves markup as the text it is', () => {
    expect(cleanText('<b>&amp;</b>', 100)).toBe('<b>&amp;</b>');
  });

  it('counts code points and never cuts one in half', () => {
    expect(cleanText('😡😡😡', 2)).toBe('😡😡');
  });

  it('answers clean text within the bound for anything, and finds nothing to clean twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), (raw, max) => {
        const clean = cleanText(raw, max);
        expect([...clean].length).toBeLessThanOrEqual(max);
        // Throws on a lone surrogate.
        expect(() => encodeURIComponent(clean)).not.toThrow();
        expect(cleanText(clean, max)).toBe(clean);
      }),
    );
  });

  it('takes a line of a megabyte', () => {
    expect(cleanText('x\u0000'.repeat(1 << 19), 20_000)).toHaveLength(20_000);
  });
});
