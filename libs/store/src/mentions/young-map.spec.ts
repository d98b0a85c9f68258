import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { YoungMap } from './young-map.js';

describe('a map that remembers what is young', () => {
  it('never forgets the last keys written, never holds more than twice as many', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 300 }), (writes) => {
        const map = new YoungMap<number>(10);
        const order: number[] = [];
        writes.forEach((key, value) => {
          map.set(String(key), value);
          order.push(key);
          expect(map.count).toBeLessThanOrEqual(20);
          const recent = [...new Set(order.slice(-10))];
          for (const one of recent) expect(map.get(String(one))).toBe(order.lastIndexOf(one));
        });
      }),
    );
  });

  it('forgets what it is told to forget', () => {
    const map = new YoungMap<number>(1);
    map.set('a', 1);
    map.set('b', 2);
    map.delete('a');
    map.delete('b');
    expect([map.get('a'), map.get('b')]).toEqual([undefined, undefined]);
  });
});
