import { describe, expect, it } from '@jest/globals';
import { PEERS_USAGE, readPeersOptions } from './options.js';

describe('the options of the comparison with peers', () => {
  it('keep the peers in the checkout and wait for no slow settings unless asked', () => {
    expect(readPeersOptions([], '/home/ada')).toEqual({
      ...{ folder: '/home/ada/.bench-peers', rounds: 5, spikes: 6, restMs: 0 },
      ...{ defaults: false, installOnly: false },
    });
  });

  it('are taken as written', () => {
    const args = ['--folder', '/srv/peers', '--rounds', '2', '--spikes', '3', '--rest', '600'];
    expect(readPeersOptions([...args, '--defaults', '--install-only'], '/')).toEqual({
      ...{
        folder: '/srv/peers',
        rounds: 2,
        spikes: 3,
        restMs: 600,
        defaults: true,
        installOnly: true,
      },
    });
  });

  it.each([
    [['--rounds'], '--rounds needs a value'],
    [['--spikes', 'many'], '--spikes must be a whole number of 1 or more'],
    [['--rounds', '20', '--spikes', '20'], '--rounds times --spikes must be 100 or less'],
    [['--fast', '1'], '--fast is not known'],
  ])('name the first mistake: %j', (args, mistake) => {
    expect(() => readPeersOptions(args, '/')).toThrow(mistake);
  });

  it('are explained', () => {
    for (const name of [
      '--folder',
      '--rounds',
      '--spikes',
      '--rest',
      '--defaults',
      '--install-only',
    ]) {
      expect(PEERS_USAGE).toContain(name);
    }
  });
});
