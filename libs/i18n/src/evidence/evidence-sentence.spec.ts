import { describe, expect, it } from '@jest/globals';
import type { Drivers, Evidence } from '@sturmwarte/domain';
import { anEvidence } from '@sturmwarte/domain/testing';
import { de } from '../de/index.js';
import { en } from '../en/index.js';
import { createFormat } from '../format/format.js';
import { evidenceSentence } from './evidence-sentence.js';

const AT = '2026-03-05T18:55:00.000Z';
const DRIVERS: Drivers = {
  since: '2026-03-05T18:40:00.000Z',
  read: 212,
  isAll: true,
  authors: 140,
  newAuthors: 96,
  reposts: 70,
  hashtags: [{ tag: 'akkubrand', count: 90, lift: null }],
  threads: [],
  clusters: [
    {
      mentionId: '7',
      channel: 'youtube',
      mentions: 81,
      reposts: 10,
      authors: 80,
      signs: [],
      looksAutomated: false,
    },
  ],
  multipliers: [],
  loudAuthor: null,
};

function aStorm(drivers: Partial<Drivers> | null, over: Partial<Evidence> = {}): Evidence {
  return anEvidence({
    at: AT,
    observed: 212.4,
    expected: 41,
    ratio: 5.18,
    terms: ['Rückruf', 'Brand'].map((term) => ({ term, count: 50, lift: 9 })),
    drivers: drivers === null ? null : { ...DRIVERS, ...drivers },
    ...over,
  });
}

const inGerman = (evidence: Evidence): string =>
  evidenceSentence(evidence, {
    format: createFormat('de'),
    channelName: (channel) => de.names.channel[channel],
  });
const inEnglish = (evidence: Evidence): string =>
  evidenceSentence(evidence, {
    format: createFormat('en'),
    channelName: (channel) => en.names.channel[channel],
  });

describe('the sentence of an alert', () => {
  it('says since when, how much, who drives it and what it is about, in both languages', () => {
    expect(inGerman(aStorm({}))).toBe(
      'Seit 19:40 Uhr fünfmal so viel Kritik wie sonst um diese Zeit (212 statt 41 je Stunde), getrieben von #akkubrand und einem Beitrag mit 80 Kopien (YouTube); es geht um „Rückruf“ und „Brand“; 140 Verfasser, davon 96 neu.',
    );
    expect(inEnglish(aStorm({}))).toBe(
      'Since 19:40, five times as much criticism as usual at this time (212 instead of 41 an hour), driven by #akkubrand and one post with 80 copies (YouTube); it is about “Rückruf” and “Brand”; 140 authors, 96 of them new.',
    );
  });

  it('names one loud author before anything else', () => {
    const loud = aStorm({ loudAuthor: { mentionId: '9', mentions: 64 }, read: 80, clusters: [] });
    expect(inGerman(loud)).toContain(
      'getrieben von einem einzigen Verfasser (64 von 80 Stimmen) und #akkubrand;',
    );
    expect(inEnglish(loud)).toContain('driven by a single author (64 of 80 mentions)');
  });

  it('calls copies that look automated what they look like', () => {
    const [cluster] = DRIVERS.clusters;
    const net = aStorm({
      hashtags: [],
      clusters: [{ ...cluster!, signs: ['in-step', 'new-authors'], looksAutomated: true }],
    });
    expect(inGerman(net)).toContain('von 81 automatisch wirkenden Kopien eines Textes (YouTube);');
    expect(inEnglish(net)).toContain('by 81 automated-looking copies of one text (YouTube);');
  });

  it('tells reposts, discussions, media and large accounts apart', () => {
    const [cluster] = DRIVERS.clusters;
    const evidence = aStorm({
      hashtags: [],
      clusters: [{ ...cluster!, channel: 'x', reposts: 78 }],
      threads: [{ mentionId: '4', hasHead: true, answers: 45, channel: 'reddit' }],
      multipliers: [
        { mentionId: '5', channel: 'news', reach: null, isOutlet: true, mentions: 1 },
        { mentionId: '6', channel: 'x', reach: 120_000, isOutlet: false, mentions: 1 },
      ],
    });
    expect(inGerman(evidence)).toContain(
      'von einem 78-mal weitergeleiteten Beitrag (X), einem Medienbericht und einer Diskussion mit 45 Antworten (Reddit);',
    );
    const famous = aStorm({
      clusters: [],
      hashtags: [],
      multipliers: [{ mentionId: '6', channel: 'x', reach: 120_000, isOutlet: false, mentions: 1 }],
    });
    expect(inGerman(famous)).toContain('von einem Konto mit 120.000 Followern;');
    expect(inEnglish(famous)).toContain('by an account with 120,000 followers;');
  });

  it('claims no usual where none is known, and no new authors where there is no past', () => {
    const young = aStorm(
      { since: null, newAuthors: null, hashtags: [], clusters: [], authors: 1 },
      { expected: null, ratio: null, observed: 1, terms: [] },
    );
    expect(inGerman(young)).toBe(
      'In der letzten Stunde 1 negative Stimme, was üblich ist, ist noch nicht bekannt; 1 Verfasser.',
    );
    expect(inEnglish(young)).toBe(
      'In the last hour, 1 negative mention, what is usual is not known yet; 1 author.',
    );
  });

  it('says the floor where the ratio was measured against it, and how many were read', () => {
    const small = aStorm({ isAll: false, read: 600 }, { observed: 36, expected: 0.2, ratio: 12 });
    expect(inGerman(small)).toContain('zwölfmal so viel Kritik wie sonst um diese Zeit (36, sonst');
    expect(inGerman(small)).toContain('höchstens 3 je Stunde)');
    expect(inGerman(small)).toContain('unter den neuesten 600 Stimmen 140 Verfasser, davon 96 neu');
  });

  it('writes times as people say them', () => {
    const times = (ratio: number): string =>
      inGerman(aStorm({}, { ratio, expected: 212.4 / ratio }));
    expect(times(2.1)).toContain('doppelt so viel');
    expect(times(3.4)).toContain('3,4-mal so viel');
    expect(times(47.7)).toContain('48-mal so viel');
    expect(times(1.1)).toContain('kaum mehr Kritik als sonst');
    expect(inEnglish(aStorm({}, { ratio: 2, expected: 106 }))).toContain('twice as much');
  });

  it('is told of evidence that was stored before drivers were asked for', () => {
    const { drivers: _, ...old } = aStorm({});
    expect(inGerman(old)).toBe(
      'In der letzten Stunde fünfmal so viel Kritik wie sonst um diese Zeit (212 statt 41 je Stunde); es geht um „Rückruf“ und „Brand“.',
    );
  });

  it('lets no stranger break out of it or run on', () => {
    const evil = aStorm(
      { hashtags: [{ tag: `a\u202e\n${'x'.repeat(300)}`, count: 90, lift: null }] },
      { terms: [{ term: '“; alles ist gut.”\n\u2028<script>', count: 9, lift: null }] },
    );
    for (const sentence of [inGerman(evil), inEnglish(evil)]) {
      expect(sentence).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(sentence.length).toBeLessThan(400);
      expect(sentence).toMatch(/[„“]'; alles ist gut\.'<script>[“”]/);
    }
  });
});
