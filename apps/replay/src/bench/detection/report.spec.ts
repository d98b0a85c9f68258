import { describe, expect, it } from '@jest/globals';
import type { ComparedRow, StormSummary } from './kit-report.js';
import { costTable, headlineTable, presetTable } from './report.js';
import { STORM_SETS } from './storm-sets.js';

function summary(over: Partial<StormSummary> = {}): StormSummary {
  return {
    ...{ topicWeeks: 10, falseAlarms: 1, falseAlarmsPerTopicWeek: 0.1, storms: 80 },
    ...{ recall: 0.95, by5: 0.6, by10: 0.8, medianDelay: 15, medianLead: 60, hidden: 0 },
    ...over,
  };
}

function row(name: string, over: Partial<StormSummary> = {}): ComparedRow {
  return { name, parameter: 'per topic', all: summary(over), topics: [] };
}

function result(product: Partial<StormSummary>) {
  const set = STORM_SETS[0];
  if (set === undefined) throw new Error('there are sets');
  const compared = [
    row('**product**', product),
    row('fixed-per-hour, own N per topic with hindsight, set to 0.1', { recall: 0.71, by5: 0.41 }),
    row('fixed-per-hour, own N per topic with hindsight, set to 0.2', { recall: 0.82, by5: 0.42 }),
    row('fixed-per-hour, own N per topic with hindsight, set to 1', { recall: 0.99, by5: 0.69 }),
  ];
  return { set, compared, presets: [] };
}

describe('what the detection bench says', () => {
  it('holds the product against "own N" at its own rate and at 0.2, and says what is missed', () => {
    const good = headlineTable([result({})]);
    expect(good).toContain('95.0 % / 60.0 %');
    expect(good).toContain('71.0 % / 41.0 %');
    expect(good).toContain('82.0 % / 42.0 %');
    expect(good).not.toContain('99.0 %');
    expect(good).not.toContain('missed');
    expect(headlineTable([result({ recall: 0.9 })])).toContain('**missed**');
    expect(headlineTable([result({ falseAlarmsPerTopicWeek: 0.21 })])).toContain('**missed**');
  });

  it('names the brand that is called out most, over all its seeds', () => {
    const topics = [
      { topic: 'A-1', ...summary({ falseAlarms: 0 }) },
      { topic: 'A-2', ...summary({ falseAlarms: 2 }) },
      { topic: 'B-1', ...summary({ falseAlarms: 5 }) },
    ];
    const presets = [
      { preset: 'sensitive' as const, report: { all: summary(), topics }, firstWeek: 1.25 },
    ];
    const text = presetTable([{ ...result({}), presets }]);
    expect(text).toMatch(/sensitive +\| 0\.10 +\| 0\.50 +\| 1\.25/);
    expect(text).toContain('**missed**');
  });

  it('says whether a mention costs too much', () => {
    const cost = { topics: 100, mentions: 1_000, least: 400, most: 1_900 };
    const verdict = (perMention: number): string | undefined =>
      costTable([{ ...cost, carried: 'counts only', perMention }])
        .trim()
        .split('|')
        .at(-2)
        ?.trim();
    expect(verdict(500)).toBe('beyond');
    expect(verdict(900)).toBe('met');
    expect(verdict(1_100)).toBe('**missed**');
  });
});
