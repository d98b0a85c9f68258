import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packWhole, unpackWhole } from './packed-numbers.js';

describe('packed numbers', () => {
  it('come back as they were', () => {
    const number = fc.oneof(fc.constant(0), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (values) => {
        const back = new Int32Array(values.length);
        unpackWhole(packWhole(values), back);
        expect([...back]).toEqual(values);
      }),
    );
  });

  it('take next to nothing for a quiet ring', () => {
    expect(packWhole(new Int32Array(128)).length).toBeLessThan(5);
  });

  it('refuse a text that does not fit', () => {
    const packed = packWhole([1, 2, 3]);
    expect(() => unpackWhole(packed, new Int32Array(2))).toThrow(RangeError);
    expect(() => unpackWhole(packed, new Int32Array(4))).toThrow(RangeError);
    expect(() => unpackWhole('!', new Int32Array(1))).toThrow(RangeError);
  });
});
