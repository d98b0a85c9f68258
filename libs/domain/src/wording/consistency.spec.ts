import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consistency, type ConsistencyContext, type WordingVariant } from './consistency.js';
import { statedFacts } from './stated-facts.js';

const facts = (text: string, names: readonly string[] = []) =>
  statedFacts(text, names).map(({ kind, value }) => `${kind} ${value}`);
const variant = (text: string, over: Partial<WordingVariant> = {}): WordingVariant => ({
  ...{ channel: 'website', language: 'de', text },
  ...over,
});
const say = (texts: readonly (string | WordingVariant)[], context: ConsistencyContext = {}) =>
  consistency(
    texts.map((one) => (typeof one === 'string' ? variant(one) : one)),
    context,
  ).map(({ rule, variant: place, said, core }) => [rule, place, said, core]);

describe('what a text states', () => {
  it.each([
    ['um 15:00 Uhr, um 15 Uhr, um 15.00 Uhr', ['time 15:00', 'time 15:00', 'time 15:00']],
    ['at 3 pm, 3:00 p.m., 15:00', ['time 15:00', 'time 15:00', 'time 15:00']],
    ['am 3. Dezember 2026, am 3.12.2026', ['date 2026-12-03', 'date 2026-12-03']],
    ['on 3 December 2026, Dec 3, 2026, 2026-12-03', Array(3).fill('date 2026-12-03')],
    ['am 3.12.', ['date --12-03']],
    ['1.234,5 kg und 1,234.5 kg', ['number 1234.5', 'number 1234.5']],
    ['zwölf, twelve, 12', ['number 12', 'number 12', 'number 12']],
    ['0,125 und 4.000', ['number 0.125', 'number 4000']],
    ['+49 40 123456, 040/123456', ['phone 040123456', 'phone 040123456']],
    ['https://www.a.de/x/. Und http://a.de/x', ['link a.de/x', 'link a.de/x']],
    ['presse@nordlicht.de', ['mail presse@nordlicht.de']],
    ['1. Nicht benutzen\n2) Melden', []],
    ['Nordlicht 500 {fact} ^AB', ['number 500', 'variable {fact}']],
  ])('%s', (text, stated) => {
    expect(facts(text)).toEqual(stated);
  });
  it('knows the names it is told', () => {
    expect(facts('Der NORDLICHT Akku', ['Nordlicht'])).toEqual(['name nordlicht']);
  });
  it('points at its place in the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
        for (const { start, end } of statedFacts(text)) {
          expect(text.slice(start, end).trim()).not.toBe('');
        }
      }),
    );
  });
});

describe('one message in several versions', () => {
  const core = '12 Geräte wurden heiß. Nächste Information um 15:00 Uhr: https://a.de/stand';
  it('is the same in other words and another language', () => {
    const english = variant('Twelve devices got hot. Next update at 3 pm: https://a.de/stand', {
      language: 'en',
    });
    expect(say([core, english])).toEqual([]);
  });
  it('is told where a number differs, and what the core message says', () => {
    expect(say([core, core.replace('12', '14')], { core })).toEqual([['differs', 1, '14', '12']]);
  });
  it('is told where a text promises another time', () => {
    expect(say([core, core.replace('15:00', '16:00')])).toEqual([
      ['differs', 1, '16:00 Uhr', '15:00 Uhr'],
      ['next-update-differs', 1, '16:00', '15:00'],
    ]);
  });
  it('is told what a text leaves out or adds', () => {
    expect(say([core, 'Nächste Information um 15 Uhr.'])).toEqual([
      ['left-out', 1, null, '12'],
      ['left-out', 1, null, 'https://a.de/stand'],
    ]);
    expect(say(['Wir prüfen.', 'Wir prüfen 3 Geräte.'], { core: 'Wir prüfen.' })).toEqual([
      ['added', 1, '3', null],
    ]);
  });
  it('may leave out a year, not change it', () => {
    const dated = 'Stand der Dinge am 3.12.2026, sehr ausführlich';
    expect(say([dated, 'Stand 3. Dezember'])).toEqual([]);
    expect(say([dated, 'Stand 3.12.2027'])).toEqual([['differs', 1, '3.12.2027', '3.12.2026']]);
  });
  it('is told when it denies and apologises at once', () => {
    expect(say(['Der Vorwurf ist falsch.', 'Wir entschuldigen uns.'])).toEqual([
      ['denies-and-rebuilds', null, null, null],
    ]);
    expect(say(['Der Vorwurf ist falsch.', 'Wir prüfen.'])).toEqual([]);
  });
  it('never complains about a text that stands alone or twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const found = say([text, text]).filter(([rule]) => rule !== 'denies-and-rebuilds');
        expect(found).toEqual([]);
      }),
    );
  });
});
