import { describe, expect, it } from '@jest/globals';
import { documentTerms } from './document-terms.js';
import { frequentTerms, keyness } from './keyness.js';

function counts(texts: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const term of texts.flatMap((text) => documentTerms(text)))
    counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
}

describe('documentTerms', () => {
  it('names words and pairs once, without small words, links, handles and muted words', () => {
    expect(
      documentTerms(
        'Der Koffer ist weg! @bahn der Koffer, das rote Gepäck von Bahn https://x.example/koffer-foto 2026',
        ['bahn'],
      ),
    ).toEqual(['koffer', 'weg', 'rote', 'gepaeck', 'rote gepaeck']);
  });

  it('is bounded and never throws', () => {
    expect(documentTerms('wort1 anders2 '.repeat(1000)).length).toBeLessThan(10);
    const many = Array.from({ length: 2000 }, (_, i) => `wort${i}`).join(' ');
    expect(documentTerms(many).length).toBeLessThanOrEqual(401);
    expect(documentTerms('\ud800\u0000'.repeat(100))).toEqual([]);
  });
});

describe('keyness', () => {
  const usual = Array.from(
    { length: 400 },
    (_, i) => `Lieferung Nummer${i} heute pünktlich angekommen`,
  );

  it('says what a storm is about: what rose, not what is always said', () => {
    const storm = Array.from(
      { length: 40 },
      (_, i) => `Lieferung Nummer${i} vergammelt, giftiger Joghurt verkauft`,
    );
    const terms = keyness(counts(storm), storm.length, counts(usual), usual.length, 3);
    expect(terms.map(({ term }) => term)).toContain('giftiger joghurt');
    expect(terms.map(({ term }) => term)).not.toContain('lieferung');
    expect(terms[0]).toMatchObject({ count: 40, lift: null });
  });

  it('wants at least four documents', () => {
    const few = ['Joghurt', 'Joghurt', 'Joghurt'];
    expect(keyness(counts(few), 3, counts(usual), usual.length, 5)).toEqual([]);
  });

  it('lists the most frequent where there is no baseline yet', () => {
    const texts = Array.from({ length: 8 }, () => 'Joghurt');
    expect(keyness(counts(texts), 8, new Map(), 0, 5)).toMatchObject([
      { term: 'joghurt', count: 8, lift: null },
    ]);
  });

  it('finds the words that name the subject of a stream', () => {
    expect(frequentTerms(counts(usual), usual.length)).toEqual(
      expect.arrayContaining(['lieferung']),
    );
    expect(frequentTerms(counts(usual), usual.length)).not.toContain('nummer7');
    expect(frequentTerms(new Map([['x', 9]]), 9)).toEqual([]);
  });
});
