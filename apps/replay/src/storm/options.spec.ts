import { describe, expect, it } from '@jest/globals';
import { readStormOptions } from './options.js';

const read = (...argv: string[]) => readStormOptions(argv, {}, () => 'Paketmöwe');

describe('what a person may ask of a storm', () => {
  it('a file needs no server, no account and no speed', () => {
    expect(read('--scenario', 'viral-service', '--seed', '7', '--out', 'F')).toEqual({
      story: { kind: 'scenario', scenario: 'viral-service' },
      seed: 7,
      sink: { kind: 'file', file: 'F' },
    });
  });

  it('a new space is for the brand of the story, unless said otherwise', () => {
    const into = (...more: string[]) => {
      const options = read('--scenario', 'x', '--email', 'a@example.org', ...more);
      if (typeof options === 'string' || options.sink.kind !== 'server') throw new Error('no');
      return options.sink.into;
    };
    expect(into()).toMatchObject({ brand: 'Paketmöwe', kind: 'replay' });
    expect(into('--about', 'Südwind', '--kind', 'drill')).toMatchObject({
      brand: 'Südwind',
      kind: 'drill',
    });
    expect(into('--about', 'Südwind', '--brand', 'Haus')).toMatchObject({ brand: 'Haus' });
  });

  it.each([
    [[], /--scenario or --background/],
    [['--scenario', 'x', '--background'], /one of them/],
    [['--scenario', 'x'], /Say where to/],
    [['--scenario', 'x', '--out', 'F', '--max'], /without a server and without a speed/],
    [['--background', '--out', 'F'], /no end to write/],
    [['--background', '--max', '--token', 't'], /no end/],
    [['--background', '--rate', '3601', '--token', 't'], /from 1 to 3600/],
    [['--scenario', 'x', '--rate', '5', '--out', 'F'], /--background only/],
    [['--scenario', 'x', '--seed', '1.5', '--out', 'F'], /no whole number/],
    [['--scenario', 'x', '--about', '!?', '--out', 'F'], /no name/],
    [['--storm'], /--storm/],
  ])('%j is answered with what is wrong', (argv, message) => {
    expect(() => read(...argv)).toThrow(message);
  });
});
