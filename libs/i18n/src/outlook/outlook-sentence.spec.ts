import { describe, expect, it } from '@jest/globals';
import { OUTLOOK_WAITS, type OutlookForecast } from '@sturmwarte/domain';
import { outlook as german } from '../de/outlook.js';
import { outlook as english } from '../en/outlook.js';
import { createFormat } from '../format/format.js';
import { chanceText, outlookSentence } from './outlook-sentence.js';
import { rounded } from './rounded.js';
import type { OutlookSay } from './say-outlook.js';

const NOON = '2026-11-22T12:00:00.000Z';
const STORM: OutlookForecast = {
  kind: 'forecast',
  phase: 'rising',
  doublingMinutes: 41,
  hour: { expected: 187.4, low: 123, high: 304 },
  sixHours: { expected: 904, low: 402, high: 2_040 },
  course: [],
  nextLevel: { level: 4, withinMinutes: 60, chance: 0.352, waitsFor: null },
  peak: {
    at: '2026-11-22T13:10:00.000Z',
    from: '2026-11-22T12:10:00.000Z',
    to: '2026-11-22T16:40:00.000Z',
    passed: 0.3,
    negatives: { expected: 61, low: 42, high: 120 },
  },
};

/** Texts as i18next finds them: by path, facts filled in. */
function sayingIn(texts: object): OutlookSay {
  return (key, facts = {}) => {
    const path = key.slice('outlook:'.length).split('.');
    const text = path.reduce<unknown>(
      (tree, name) => (tree as Record<string, unknown>)[name],
      texts,
    );
    return String(text).replace(/{{(\w+)}}/g, (_, name: string) => String(facts[name]));
  };
}

describe('the outlook in one sentence', () => {
  it('says the same in German and in English', () => {
    expect(outlookSentence(STORM, NOON, sayingIn(german), createFormat('de'))).toBe(
      'In den nächsten 60 Minuten etwa 190 negative Stimmen (120 bis 310), in 6 Stunden etwa 900 (400 bis 2.100); ' +
        'der Höhepunkt kommt wohl gegen 14:10 (13:10 bis 17:40); Stufe 4 binnen 60 Minuten: 35\u00a0%.',
    );
    expect(outlookSentence(STORM, NOON, sayingIn(english), createFormat('en'))).toBe(
      'In the next 60 minutes about 190 negative mentions (120 to 310), in 6 hours about 900 (400 to 2,100); ' +
        'the peak is likely around 14:10 (13:10 to 17:40); level 4 within 60 minutes: 35%.',
    );
  });
  it('does not expect in the past what is likelier over than not', () => {
    const peak = { ...STORM.peak, at: '2026-11-22T11:40:00.000Z', passed: 0.6 };
    const said = outlookSentence({ ...STORM, peak }, NOON, sayingIn(english), createFormat('en'));
    expect(said).toContain('the peak was probably around 12:40 but may still come (until 17:40)');
  });
  it('names the day where the peak lies on another', () => {
    const peak = { ...STORM.peak, at: '2026-11-23T01:10:00.000Z' };
    const said = outlookSentence({ ...STORM, peak }, NOON, sayingIn(english), createFormat('en'));
    expect(said).toContain('around Mon');
  });
  it('says why it cannot be said', () => {
    const quiet = { kind: 'unknown', gap: 'silent-source' } as const;
    expect(outlookSentence(quiet, NOON, sayingIn(german), createFormat('de'))).toBe(
      'Nicht zu sagen: Eine Quelle schweigt, die Lage ist unvollständig.',
    );
  });
  it.each(OUTLOOK_WAITS)('does not give a chance that hangs on %s', (waitsFor) => {
    const nextLevel = { level: 5, withinMinutes: 60, chance: null, waitsFor } as const;
    const said = outlookSentence(
      { ...STORM, nextLevel },
      NOON,
      sayingIn(german),
      createFormat('de'),
    );
    expect(said).not.toMatch(/%|undefined/);
    expect(said).toContain(german.climbUnknown[waitsFor].replace('{{level}}', '5'));
  });
  it('is never certain', () => {
    expect(chanceText(0.002, createFormat('en'))).toBe('< 1%');
    expect(chanceText(0.998, createFormat('en'))).toBe('> 99%');
  });
  it('rounds to what can be known, the ends of a band outwards', () => {
    expect([4.4, 99.7, 187, 12_345].map((value) => rounded(value))).toEqual([4, 100, 190, 12_000]);
    expect([rounded(123, 'down'), rounded(123, 'up')]).toEqual([120, 130]);
  });
});
