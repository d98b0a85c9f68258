import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';
import { UsageError } from './usage-error.js';

const enough = ['--file', 'storm.ndjson', '--token', 't'];

describe('the options of a replay', () => {
  it('are read as they are meant', () => {
    const argv = [...enough, '--in', '90s', '--from', '2015-02-22', '--server', 'http://host:1/'];
    expect(readOptions(argv, {})).toMatchObject({
      server: 'http://host:1',
      recording: { file: 'storm.ndjson' },
      speed: { by: 'duration', ms: 90_000 },
      into: { token: 't' },
      fromMs: Date.parse('2015-02-22T00:00:00Z'),
    });
  });

  it('may leave the token to the environment, where a list of processes does not show it', () => {
    const options = readOptions(['--scenario', 'demo-nordlicht'], { STURMWARTE_TOKEN: 'secret' });
    expect(options).toMatchObject({ into: { token: 'secret' }, speed: { by: 'scenario' } });
  });

  it('are none when somebody asks for help', () => {
    expect(readOptions(['--help'], {})).toBeNull();
  });

  it.each([
    [[], 'Say what to play'],
    [['--file', 'a', '--scenario', 'b'], 'Say what to play'],
    [enough, 'Say how fast'],
    [[...enough, '--max', '--speed', '3'], 'Say how fast'],
    [[...enough, '--speed', '-3'], "'--speed' argument is ambiguous"],
    [[...enough, '--speed', '0'], '--speed 0 is no number above 0'],
    [[...enough, '--in', '60'], '--in 60 is no duration'],
    [['--file', 'a', '--max'], 'Say where to'],
    [['--file', 'a', '--max', '--email', 'e'], 'needs --brand'],
    [['--file', 'a', '--max', '--email', 'e', '--brand', 'b'], 'something to watch'],
    [[...enough, '--max', '--from', 'yesterday'], '--from yesterday is no time'],
    [[...enough, '--max', '--from', '2015-02-23', '--to', '2015-02-22'], '--from must lie before'],
    [[...enough, '--max', '--server', 'nowhere'], '--server nowhere is no address'],
    [[...enough, '--max', '--loop'], "Unknown option '--loop'"],
  ])('%j are refused with a sentence', (argv, sentence) => {
    expect(() => readOptions(argv, {})).toThrow(UsageError);
    expect(() => readOptions(argv, {})).toThrow(sentence);
  });
});
