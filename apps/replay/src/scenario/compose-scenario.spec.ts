import { describe, expect, it } from '@jest/globals';
import { CHANNELS, MENTION_KINDS, OUTLET_TIERS, type Channel } from '@sturmwarte/domain';
import { INTAKE_LIMITS, type MentionInput } from '@sturmwarte/contracts';
import { composeScenario, scenarioTimes } from './compose-scenario.js';
import { loadScenario } from './scenario.js';

const DAY = Date.parse('2026-09-15');
const scenario = loadScenario('demo-nordlicht');
const story = composeScenario(scenario, DAY);
const mentions = story.map((entry) => entry.body as MentionInput);
const { fromMs, startMs, endMs } = scenarioTimes(scenario, DAY);

describe('the demo storm', () => {
  it('is the same to the letter each time it is told', () => {
    expect(composeScenario(scenario, DAY)).toEqual(story);
  });

  it('is told in time order, from three quiet days before to its end', () => {
    const times = story.map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(fromMs);
    expect(times.at(-1)).toBeLessThan(endMs);
    expect(startMs - fromMs).toBe(72 * 3_600_000);
  });

  it('repeats nobody, except where people pass on or copy', () => {
    const copied = scenario.voices.filter((voice) => voice.copied).flatMap(({ texts }) => texts);
    const own = mentions.filter(({ kind, text }) => kind !== 'repost' && !copied.includes(text));
    const texts = own.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('passes on only what was said before, word for word', () => {
    const said = new Map<string, string>();
    for (const { externalId, text, kind, repostOf } of mentions) {
      if (kind === 'repost') expect(said.get(repostOf ?? '')).toBe(text);
      said.set(externalId, text);
    }
    expect(said.size).toBe(mentions.length);
  });

  it('is valid mail for the intake: known words, filled slots, no empty text', () => {
    for (const mention of mentions) {
      expect(mention.text).toMatch(/\p{L}/u);
      expect(mention.text).not.toMatch(/[[\]{}]| {2}/);
      expect(mention.text.length).toBeLessThan(INTAKE_LIMITS.textChars);
      expect(CHANNELS).toContain(mention.channel);
      expect(MENTION_KINDS).toContain(mention.kind);
      if (mention.outletTier !== undefined) expect(OUTLET_TIERS).toContain(mention.outletTier);
    }
  });

  it('jumps from one channel to many, in two languages, until the press writes', () => {
    const firstHeard = (channel: Channel): number => {
      const own = story.filter(({ atMs, body }) => {
        const { text, channel: where } = body as MentionInput;
        return atMs >= startMs && where === channel && /heiß|gefährl|Brand|Akku/.test(text);
      });
      return ((own[0]?.atMs ?? Infinity) - startMs) / 60_000;
    };
    expect(firstHeard('tiktok')).toBeLessThan(20);
    expect(firstHeard('news')).toBeGreaterThan(60);
    expect(firstHeard('print')).toBeGreaterThan(firstHeard('news'));
    const english = mentions.filter(({ lang }) => lang === 'en').length;
    expect(english).toBeGreaterThan(mentions.length / 10);
    expect(scenario.voices.flatMap(({ texts }) => texts ?? []).length).toBeGreaterThan(250);
  });
});
