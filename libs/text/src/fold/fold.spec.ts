import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, sourceRange } from './fold.js';

describe('fold', () => {
  it.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Müller', 'mueller'],
    ['MÜLLER', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['Ärger über Öl', 'aerger ueber oel'],
    ['Café crème', 'cafe creme'],
    ['Łódź', 'lodz'],
    ['ﬁnanz', 'finanz'],
    ['ｆｕｌｌ', 'full'],
    ['𝕊𝕙𝕚𝕥', 'shit'],
    ['so\u00adzi\u200bal', 'sozial'],
    ['ÇA VA?', 'ca va?'],
    ['ΕΛΛΆΔΑ', 'ελλαδα'],
  ])('reads %j as %j', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it('leads a found word back to the original characters', () => {
    const text = 'Die große Straße!';
    const folded = fold(text);
    const at = folded.text.indexOf('strasse');
    const { start, end } = sourceRange(folded, at, at + 'strasse'.length);
    expect(text.slice(start, end)).toBe('Straße');
  });

  it('keeps every folded unit tied to its place in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, starts } = fold(text);
        expect(starts).toHaveLength(folded.length + 1);
        expect(starts[folded.length]).toBe(text.length);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThanOrEqual(starts[i + 1] as number);
          expect(starts[i]).toBeLessThan(text.length);
        }
      }),
    );
  });

  it('folds a part of a text as it folds the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(fold(`${a} ${b}`).text).toBe(`${fold(a).text} ${fold(b).text}`);
      }),
    );
  });

  it('leaves no mark of a ligature that it would drop by itself', () => {
    const once = fold('\ufcf2').text;
    expect(fold(once).text).toBe(once);
  });

  it('changes nothing when folding twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });
});
