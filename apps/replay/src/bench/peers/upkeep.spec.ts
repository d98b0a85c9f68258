import { describe, expect, it } from '@jest/globals';
import { proportionalBytes } from './upkeep.js';

describe('the memory of a process', () => {
  it('counts its share of what it has in common with others', () => {
    const rollup = [
      '55d0c7a00000-7ffd0e9f1000 ---p 00000000 00:00 0    [rollup]',
      'Rss:              103456 kB',
      'Pss:               98765 kB',
      'Pss_Anon:          90000 kB',
    ].join('\n');
    expect(proportionalBytes(rollup)).toBe(98_765 * 1_024);
  });

  it('is nothing where the machine says nothing', () => {
    expect(proportionalBytes('')).toBe(0);
  });
});
