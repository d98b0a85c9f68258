import { describe, expect, it } from '@jest/globals';
import { LEGAL_CLOCK_IDS } from '@sturmwarte/domain';
import { LEGAL_CLOCK_RULES, legalClockRule } from './legal-clock-rules.js';

const texts = LEGAL_CLOCK_RULES.flatMap((rule) => [
  rule.title,
  rule.notes,
  ...rule.anchors.map(({ question }) => question),
  ...rule.stages.map(({ title }) => title),
]);

describe('the legal clocks', () => {
  it('are all there, each under its own name', () => {
    expect(LEGAL_CLOCK_RULES.map(({ id }) => id)).toEqual([...LEGAL_CLOCK_IDS]);
  });

  it('speak German and English', () => {
    for (const { de, en } of texts) {
      expect(de.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(de).not.toBe(en);
    }
  });

  it.each(LEGAL_CLOCK_RULES.map((rule) => [rule.id, rule] as const))(
    '%s can be started by legal, and asks for what its stages count from',
    (_id, { anchors, stages, setters }) => {
      expect(setters).toContain('legal');
      expect(anchors[0].id).toBe('knowledge');
      const asked = anchors.map(({ id }) => id);
      const counted = stages.flatMap(({ limits }) => limits.flatMap(({ from }) => from));
      for (const id of counted) expect(asked).toContain(id);
      const names = stages.map(({ id }) => id);
      expect(new Set(names).size).toBe(names.length);
      for (const { answeredBy } of anchors) if (answeredBy) expect(names).toContain(answeredBy);
    },
  );

  it('count up, or have due times, as their kind says', () => {
    for (const { kind, stages, amberMinutes, redMinutes } of LEGAL_CLOCK_RULES) {
      const countsUp = kind === 'immediate';
      expect([amberMinutes, redMinutes]).toEqual(countsUp ? [60, 240] : [null, null]);
      for (const { limits } of stages) expect(limits.length === 0).toBe(countsUp);
    }
  });

  it('lock publication for inside information alone', () => {
    const locking = LEGAL_CLOCK_RULES.filter(({ effects }) => effects.includes('publication-lock'));
    expect(locking.map(({ id }) => id)).toEqual(['MAR-17']);
    expect(legalClockRule('MAR-17').setters).toEqual(['legal', 'investor']);
  });

  it('do not pass for checked where nobody has checked them', () => {
    const unchecked = LEGAL_CLOCK_RULES.filter(({ verified }) => !verified);
    expect(unchecked.map(({ id }) => id)).toEqual([
      'DSGVO-34',
      'FOOD',
      'STRAF',
      'BGB-626',
      'HINSCHG',
      'CRA',
    ]);
  });
});
