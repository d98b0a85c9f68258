import { describe, expect, it } from '@jest/globals';
import { CHANNELS, MENTION_KINDS, minuteOf, OUTLET_TIERS } from '@sturmwarte/domain';
import { INTAKE_LIMITS, type MentionInput } from '@sturmwarte/contracts';
import { parseQuery } from '@sturmwarte/text';
import fc from 'fast-check';
import { bundledPlans, loadOutlets, loadPhrasebooks, loadPlan } from './bundled.js';
import { composeStorm, planTimes } from './compose-storm.js';
import { toldAbout, topicsOf } from './subject.js';
import { toNdjson } from './to-ndjson.js';

const DAY = Date.parse('2026-09-15');
const library = { books: loadPhrasebooks(), outlets: loadOutlets() };
const tell = (name: string, seed: number) => composeStorm(loadPlan(name), seed, DAY, library);
const bytes = (name: string, seed: number) => [...toNdjson(tell(name, seed))].join('');
const mentions = (name: string, seed = 1) =>
  tell(name, seed).map(({ atMs, body }) => ({ atMs, ...(body as MentionInput) }));

describe('a storm from a seed', () => {
  it('is the same to the byte with the same seed, and another with another', () => {
    expect(bytes('viral-service', 7)).toBe(bytes('viral-service', 7));
    expect(bytes('viral-service', 7)).not.toBe(bytes('viral-service', 8));
  });

  it('is told in time order, within its times, each mention with an id of its own', () => {
    for (const name of bundledPlans()) {
      const told = mentions(name);
      const { fromMs, endMs } = planTimes(loadPlan(name), DAY);
      const times = told.map(({ atMs }) => atMs);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBeGreaterThanOrEqual(fromMs);
      expect(times.at(-1)).toBeLessThan(endMs);
      expect(new Set(told.map(({ externalId }) => externalId)).size).toBe(told.length);
    }
  });

  it('is valid mail for the intake: known words, filled slots, about the brand or its rival', () => {
    for (const name of bundledPlans()) {
      const { brand, rival } = loadPlan(name);
      const about = new RegExp(`${brand}|${rival}|#`, 'i');
      for (const { text, title, channel, kind, outletTier } of mentions(name)) {
        expect(`${title ?? ''} ${text}`).not.toMatch(/[[\]{}]|\|\||undefined/);
        expect(text.length).toBeLessThan(INTAKE_LIMITS.textChars);
        expect(CHANNELS).toContain(channel);
        expect(MENTION_KINDS).toContain(kind);
        if (outletTier !== undefined) expect(OUTLET_TIERS).toContain(outletTier);
        if (
          !/Folge|folge|follow|verdienen|earn|Pflege|Nursing|alten Menschen|old people|gefährlich|dangerous/.test(
            text,
          )
        ) {
          expect(`${title ?? ''} ${text}`).toMatch(about);
        }
      }
    }
  });

  it('passes on and answers only what was said before', () => {
    const said = new Map<string, string>();
    let reposts = 0;
    for (const { externalId, text, repostOf, parent, kind } of mentions('viral-service')) {
      if (kind === 'repost') {
        reposts++;
        expect(said.get(repostOf ?? '')).toBe(text);
      }
      if (parent !== undefined) expect(said.has(parent)).toBe(true);
      said.set(externalId, text);
    }
    expect(reposts).toBeGreaterThan(300);
  });

  it('spreads from one channel to many, and the press writes, print after blogs', () => {
    const plan = loadPlan('viral-service');
    const startMs = planTimes(plan, DAY).startMs;
    const storm = mentions('viral-service').filter(({ text }) => /Video|video/.test(text));
    const heard = (channel: string): number =>
      ((storm.find((one) => one.channel === channel)?.atMs ?? Infinity) - startMs) / 60_000;
    expect(heard('tiktok')).toBeLessThan(heard('facebook'));
    expect(heard('facebook')).toBeLessThan(heard('youtube'));
    const outlets = new Set(storm.flatMap(({ outlet }) => outlet ?? []));
    expect(outlets.size).toBeGreaterThan(3);
  });

  it('gives a few people far more reach than the others', () => {
    const reach = mentions('viral-service').map(({ author }) => author?.followers ?? 0);
    reach.sort((a, b) => a - b);
    const median = reach[Math.floor(reach.length / 2)] ?? 0;
    expect(reach.at(-1)).toBeGreaterThan(500 * median);
  });

  it('can be told about any brand, in queries the watch language knows', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (brand) => {
        fc.pre(/[\p{L}\p{N}]{2}/u.test(brand));
        const plan = toldAbout(loadPlan('misread-ad'), brand);
        for (const { query } of topicsOf(plan)) expect(parseQuery(query).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
    const story = composeStorm(toldAbout(loadPlan('misread-ad'), 'Meine Marke'), 1, DAY, library);
    const texts = story.map(({ body }) => (body as MentionInput).text);
    expect(texts.filter((text) => /meine marke/i.test(text)).length).toBeGreaterThan(500);
    expect(texts.join()).not.toMatch(/moorhafer/i);
  });

  it('lets old mentions arrive late, and says how old they are', () => {
    const old = mentions('backfill-flood').filter(
      ({ atMs, observedAt }) => atMs - Date.parse(observedAt ?? '') > 6 * 3_600_000,
    );
    expect(old.length).toBe(1_500);
    expect(minuteOf(old.at(-1)?.atMs ?? 0) - minuteOf(old[0]?.atMs ?? 0)).toBeLessThan(20);
  });
});
