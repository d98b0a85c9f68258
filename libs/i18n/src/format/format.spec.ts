import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pickLanguage } from '../language.js';
import { createFormat } from './format.js';

const de = createFormat('de');
const en = createFormat('en');

describe('numbers as a reader expects them', () => {
  it('writes German commas and English points', () => {
    expect(de.ratio(7.23)).toBe('7,2');
    expect(en.ratio(7.23)).toBe('7.2');
    expect(de.integer(14485)).toBe('14.485');
    expect(en.integer(14485)).toBe('14,485');
    expect(en.percent(0.614)).toBe('61%');
  });
  it('drops the decimal of a large ratio', () => {
    expect(de.ratio(123.4)).toBe('123');
  });
});

describe('times as the house keeps them', () => {
  it('shows Berlin time on a 24-hour clock, in winter and in summer', () => {
    expect(de.time('2026-11-22T13:17:05Z')).toBe('14:17');
    expect(de.seconds('2026-07-01T22:00:05Z')).toBe('00:00:05');
  });
  it('names the day only when it is another one', () => {
    const now = Date.parse('2026-11-22T13:00:00Z');
    expect(de.moment('2026-11-22T11:00:00Z', now)).toBe('12:00');
    expect(de.moment('2026-11-21T11:00:00Z', now)).toMatch(/^Sa/);
  });
});

describe('durations', () => {
  it('run as a clock with their unit', () => {
    expect(de.clock(130_000)).toBe('02:10 min');
    expect(de.clock(5_000_000)).toBe('1:23 h');
    expect(de.clock(190_000_000)).toBe('2 d 4 h');
  });
  it('tell an age in one unit', () => {
    expect(de.age(3_400)).toBe('3 s');
    expect(de.age(12 * 60_000 + 5)).toBe('12 min');
    expect(de.age(5 * 3_600_000)).toBe('5 h');
    expect(de.age(72 * 3_600_000)).toBe('3 d');
  });
  it('never go negative, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => {
        expect(de.clock(ms)).not.toContain('-');
        expect(de.age(ms)).not.toContain('-');
      }),
    );
  });
});

describe('the language of a stranger', () => {
  it('is the first one asked for that we speak', () => {
    expect(pickLanguage(['fr-FR', 'en-US', 'de'])).toBe('en');
    expect(pickLanguage(['fr'])).toBe('de');
  });
});
