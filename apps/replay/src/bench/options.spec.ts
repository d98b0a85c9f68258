import { describe, expect, it } from '@jest/globals';
import { readBenchCommand } from './options.js';

const PARTS = ['intake', 'naive'];

describe('somebody who measures', () => {
  it('runs everything when nothing is named', () => {
    const { wish, parts, options } = readBenchCommand([], PARTS);
    expect({ wish, parts }).toEqual({ wish: 'run', parts: [] });
    expect(options).toMatchObject({ rounds: 5, mentions: 100_000, databaseUrl: null });
  });

  it('names parts and sizes in any order', () => {
    const { parts, options } = readBenchCommand(
      ['--rounds', '3', 'naive', '--mentions', '20000', 'intake'],
      PARTS,
    );
    expect(parts).toEqual(['naive', 'intake']);
    expect(options).toMatchObject({ rounds: 3, mentions: 20_000 });
  });

  it('asks for the list', () => {
    expect(readBenchCommand(['--list'], PARTS).wish).toBe('list');
  });

  it.each([
    [['intakes'], /no part "intakes"/],
    [['--rounds'], /needs a value/],
    [['--rounds', '0'], /above 0/],
    [['--speed', '1'], /not known/],
  ])('is told what %j means wrong', (args, sentence) => {
    expect(() => readBenchCommand(args, PARTS)).toThrow(sentence);
  });
});
