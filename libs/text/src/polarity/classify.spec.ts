import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classify, createLexiconProvider } from './classify.js';
import type { Judgement } from './judgement.js';

function judge(text: string, muted?: string[]): Judgement {
  const [judgement] = classify([muted ? { text, muted } : { text }]);
  return judgement as Judgement;
}

describe('classify', () => {
  it.each([
    ['Unverschämt! Seit drei Stunden am Gate und niemand da.', 'negative', 'de'],
    ['Nie wieder dieser Laden, kauft dort nichts!', 'negative', 'de'],
    ['Ich war zufrieden, aber die Lieferung kam beschädigt an.', 'negative', 'de'],
    ['Super Service, vielen Dank an das ganze Team!', 'positive', 'de'],
    ['Die Firma legt ihre Zahlen am Donnerstag vor.', 'neutral', 'de'],
    ['My flight was cancelled and nobody helps, worst airline ever', 'negative', 'en'],
    ['Great flight and a very friendly crew, thank you!', 'positive', 'en'],
    ['What time does the store in Main Street open?', 'neutral', 'en'],
  ])('%j is %s (%s)', (text, label, lang) => {
    expect(judge(text)).toMatchObject({ label, lang });
  });

  it('shows which words decided, where they stand', () => {
    const text = 'Straße gesperrt: wirklich UNVERSCHÄMT, nie wieder 😡!';
    const { evidence } = judge(text);
    expect(evidence.map(({ term }) => term)).toEqual([
      'gesperrt',
      'UNVERSCHÄMT',
      'nie wieder',
      '😡',
    ]);
    for (const { term, start, end, weight } of evidence) {
      expect(text.slice(start, end)).toBe(term);
      expect(weight).toBeLessThan(0);
    }
  });

  it('does not hold the name of the topic against those who mention it', () => {
    const text = 'Der Skandal um die Sanktionen wird heute im Ausschuss besprochen';
    expect(judge(text).label).toBe('negative');
    const calm = judge(text, ['*skandal*', 'sanktion*']);
    expect(calm.label).toBe('neutral');
    expect(calm.evidence).toEqual([]);
    expect(judge(`${text}: widerlich!`, ['*skandal*']).label).toBe('negative');
  });

  it('tells insults and threats from mere displeasure, and the heat of the wording', () => {
    const calm = judge('Die Lieferung ist leider verspätet');
    expect(calm.aggressive).toBe(false);
    const insult = judge('Ihr seid alle IDIOTEN!!!');
    expect(insult.aggressive).toBe(true);
    expect(insult.arousal).toBeGreaterThan(calm.arousal + 300);
    expect(judge('Boykott! Wir sehen uns vor Gericht, mein Anwalt meldet sich').aggressive).toBe(
      true,
    );
  });

  it('weighs the sentences of a long text that name the subject', () => {
    const filler = 'Das Wetter war schrecklich und die Reise furchtbar. '.repeat(6);
    const text = `Ein Tag in der Stadt. ${filler} Der Service bei Nordmarkt war hervorragend und freundlich.`;
    expect(judge(text, ['Nordmarkt']).p.pos).toBeGreaterThan(judge(text).p.pos);
  });

  it('lets trained weights correct the rules and says so', () => {
    const provider = createLexiconProvider({
      correction: { id: 'ngram', version: '3', correct: () => [0, 0, 9] },
    });
    const [corrected] = provider.classify([{ text: 'Die Firma ist da.' }]);
    expect(corrected).toMatchObject({
      label: 'positive',
      model: { id: 'lexicon+ngram', version: `${provider.version}` },
    });
  });

  it('answers one judgement per text, whose parts sum to a thousand, for anything', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (texts) => {
        const judgements = classify(texts.map((text) => ({ text, muted: [text] })));
        expect(judgements).toHaveLength(texts.length);
        for (const { p, arousal, langConfidence } of judgements) {
          expect(p.neg + p.neu + p.pos).toBe(1000);
          expect(Math.min(p.neg, p.neu, p.pos)).toBeGreaterThanOrEqual(0);
          expect(arousal).toBeLessThanOrEqual(1000);
          expect(langConfidence).toBeLessThanOrEqual(1000);
        }
      }),
    );
  });

  it('survives hostile texts', () => {
    for (const text of [
      'x'.repeat(1 << 20),
      'schlecht '.repeat(100_000),
      '\u0000'.repeat(5000),
      '\udc00\ud800'.repeat(500),
    ])
      expect(judge(text).p.neg).toBeGreaterThanOrEqual(0);
  });
});
