import { describe, expect, it } from '@jest/globals';
import { Random } from './random.js';
import { slip, writeText } from './write-text.js';

describe('the writer', () => {
  it('chooses, fills and leaves no double spaces', () => {
    const texts = Array.from({ length: 40 }, (_, seed) =>
      writeText('Der Akku [ist heiß|raucht|] in {ort} ', { ort: ['Sandbrück'] }, new Random(seed)),
    );
    expect(new Set(texts)).toEqual(
      new Set([
        'Der Akku ist heiß in Sandbrück',
        'Der Akku raucht in Sandbrück',
        'Der Akku in Sandbrück',
      ]),
    );
  });

  it('refuses a slot nobody has words for', () => {
    expect(() => writeText('{wo}', {}, new Random(1))).toThrow('unknown slot wo');
  });

  it('slips in long words only, never in those by which a mention is found', () => {
    const text = '#nordlichtaus @nordlicht_rad Nordlicht Akku wird ganz gefährlich warm';
    for (let seed = 0; seed < 50; seed++) {
      const slipped = slip(text, new Random(seed));
      expect(slipped).toMatch(/^#nordlichtaus @nordlicht_rad Nordlicht Akku wird ganz \S+ warm$/);
      expect(slipped).not.toBe(text.replace('gefährlich', ''));
    }
  });
});
