import { describe, expect, it } from '@jest/globals';
import { bannedWording } from './banned-wording.js';
import type { WordingRule } from './wording-rule.js';

const rule = (overrides: Partial<WordingRule> = {}): WordingRule => ({
  id: 'single',
  de: ['Einzelfall', 'bedauerlich* Einzelf*', 'falls sich jemand'],
  en: ['isolated incident*'],
  why: { de: 'Erst zählen.', en: 'Count first.' },
  channels: null,
  until: null,
  ...overrides,
});
const found = (
  text: string,
  rules: readonly WordingRule[] = [rule()],
  language: 'de' | 'en' = 'de',
) => bannedWording(text, language, ['x'], rules).map((one) => one.found);

describe('a PR manager who drafts under pressure', () => {
  it('is stopped at a banned word in any case and place', () => {
    expect(found('Das ist ein EINZELFALL, ein Einzelfall.')).toEqual(['EINZELFALL', 'Einzelfall']);
  });

  it('may use words that merely contain one', () => {
    expect(found('Der Einzelfallhelfer sprach von Einzelfällen.')).toEqual([]);
  });

  it('is stopped at a phrase with any ending, also across a line break', () => {
    expect(found('Ein bedauerlicher\nEinzelfälle-Bericht')).toEqual(['bedauerlicher\nEinzelfälle']);
    expect(found('Falls  sich jemand verletzt fühlt')).toEqual(['Falls  sich jemand']);
  });

  it('is stopped by the rules of the language she writes in', () => {
    expect(found('Isolated incidents happen', [rule()], 'en')).toEqual(['Isolated incidents']);
    expect(found('Isolated incidents happen')).toEqual([]);
  });

  it('is free where the rule does not reach, and after the decision that lifts it', () => {
    expect(found('Einzelfall', [rule({ channels: ['press'] })])).toEqual([]);
    const until = rule({ until: { decision: 'count', options: ['single'] } });
    const check = (answers: Record<string, string>) =>
      bannedWording('Einzelfall', 'de', ['x'], [until], answers).length;
    expect(check({})).toBe(1);
    expect(check({ count: 'pattern' })).toBe(1);
    expect(check({ count: 'single' })).toBe(0);
  });

  it('hears of several words in the order they stand', () => {
    const rules = [rule({ de: ['zwei'] }), rule({ de: ['eins'] })];
    expect(found('eins zwei', rules)).toEqual(['eins', 'zwei']);
  });

  it('is not held up by phrases that look like patterns', () => {
    expect(found('a+b (c)', [rule({ de: ['a+b', '(c)', '[', '.*'] })])).toEqual(['a+b', '(c)']);
  });
});
