import { describe, expect, it } from '@jest/globals';
import type { NamedMute } from '@sturmwarte/store';
import { copySketch } from '@sturmwarte/text';
import { QuietList, type Voice } from './quiet-list.js';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const HOUR = 3_600_000;
const TEXT = 'Nordwind hat uns alle betrogen, wer dort noch kauft, ist wirklich selbst schuld!';
const BRANDS = new Map([
  [1, 1],
  [2, 1],
  [3, 2],
]);

const aMute = (id: number, rest: Partial<NamedMute>): NamedMute => ({
  ...{ id, spaceId: 1, brandId: 1, name: '', reason: 'Ein Roboter', onlyTopicId: null },
  ...{ subject: { kind: 'source', sourceId: 7 }, sketch: null, breaksThrough: false },
  from: new Date(NOON - HOUR).toISOString(),
  until: new Date(NOON + HOUR).toISOString(),
  ...{ by: { id: 1, name: 'Pia' }, warnedAt: null, loudAt: null, endedAt: null, endedBy: null },
  ...rest,
});
const aVoice = (rest: Partial<Voice> = {}): Voice => ({
  ...{ sourceId: 1, author: () => null, text: () => 'Nordwind hat geöffnet' },
  ...rest,
});
const listOf = (...mutes: NamedMute[]): QuietList => {
  const list = new QuietList();
  for (const mute of mutes) list.add(mute);
  return list;
};
const copies = (id: number, text: string) =>
  aMute(id, { subject: { kind: 'copies', mentionId: '9' }, sketch: [...copySketch(text)] });

describe('what mutes keep from counting', () => {
  it('is what the source says, for the topics of the brand, while the mute stands', () => {
    const list = listOf(aMute(5, {}));
    const muted = (now: number) => list.topicsOf(aVoice({ sourceId: 7 }), [1, 3], BRANDS, now);
    expect([...(muted(NOON) ?? [])]).toEqual([[1, 5]]);
    expect(muted(NOON + HOUR)).toBeNull();
    expect(muted(NOON - HOUR - 1)).toBeNull();
    expect(list.topicsOf(aVoice(), [1], BRANDS, NOON)).toBeNull();
  });

  it('is of one topic only when people said so; another mute may mean the others', () => {
    const list = listOf(aMute(5, { onlyTopicId: 2 }), aMute(6, {}));
    const muted = list.topicsOf(aVoice({ sourceId: 7 }), [1, 2], BRANDS, NOON);
    expect([...(muted ?? [])].sort()).toEqual([
      [1, 6],
      [2, 5],
    ]);
  });

  it('knows an author by pseudonym and a text by its copies', () => {
    const author = { kind: 'author', author: '0000-01' } as const;
    const list = listOf(aMute(5, { subject: author }), copies(6, TEXT));
    const of = (voice: Voice) => [...(list.topicsOf(voice, [1], BRANDS, NOON)?.values() ?? [])];
    expect(of(aVoice({ author: () => 1 }))).toEqual([5]);
    expect(of(aVoice({ author: () => 2 }))).toEqual([]);
    expect(of(aVoice({ text: () => `RT @x: ${TEXT.toUpperCase()} #nie` }))).toEqual([6]);
  });

  it('reads neither author nor text where nobody muted any, nor for what no topic watches', () => {
    const never = (): never => {
      throw new Error('nobody asked for it');
    };
    const voice = aVoice({ author: never, text: never });
    expect(listOf(aMute(5, {})).topicsOf(voice, [1], BRANDS, NOON)).toBeNull();
    expect(listOf(copies(6, TEXT)).topicsOf(voice, [], BRANDS, NOON)).toBeNull();
    const over = { ...copies(6, TEXT), until: new Date(NOON - 1).toISOString() };
    expect(listOf(over).topicsOf(voice, [1], BRANDS, NOON)).toBeNull();
  });
});
