import { describe, expect, it } from '@jest/globals';
import { DETECTION_USAGE, readDetectionOptions } from './options.js';

describe('the options of the detection bench', () => {
  it('find the kit where the surroundings say it lies, and judge by four seeds unless told otherwise', () => {
    const env = { STURMWARTE_DETECTION_KIT: '/kit', STURMWARTE_DETECTION_DATA: '/data' };
    const options = readDetectionOptions([], env, '/home/ada');
    expect(options).toMatchObject({
      kit: '/kit',
      data: '/data',
      seeds: [41, 42, 43, 44, 45, 46],
      cost: true,
    });
    expect(options.folder).toBe('/home/ada/.bench-detection');
    expect(options.sets).toHaveLength(5);
  });

  it('are taken as written', () => {
    const args = '--kit a --data b --seeds 7,8 --sets chronic,weak --presets quiet --no-cost';
    expect(readDetectionOptions([...args.split(' '), '--folder', '/tmp/x'], {}, '/')).toMatchObject(
      {
        ...{
          kit: 'a',
          data: 'b',
          seeds: [7, 8],
          presets: ['quiet'],
          folder: '/tmp/x',
          cost: false,
        },
        sets: [{ name: 'chronic' }, { name: 'weak' }],
      },
    );
  });

  it('can leave out all but the outlook, or let it learn', () => {
    const learning = ['--outlook-only', '--learn-outlook', 'learned.ts', '--seeds', '21'];
    expect(readDetectionOptions([], {}, '/')).toMatchObject({
      outlookOnly: false,
      learnOutlook: null,
    });
    expect(readDetectionOptions(learning, {}, '/')).toMatchObject({
      outlookOnly: true,
      learnOutlook: 'learned.ts',
      seeds: [21],
    });
  });

  it.each([
    [['--seeds'], '--seeds needs a value'],
    [['--seeds', '1,x'], '--seeds must be whole numbers above 0, parted by commas'],
    [['--sets', 'mild'], '--sets knows real, synthetic, chronic, half, weak, not mild'],
    [['--presets', 'loud'], '--presets knows quiet, standard, sensitive, not loud'],
    [['--fast', '1'], '--fast is not known'],
  ])('name the first mistake: %j', (args, mistake) => {
    expect(() => readDetectionOptions(args, {}, '/')).toThrow(mistake);
  });

  it('are explained', () => {
    const names = ['--kit', '--data', '--seeds', '--sets', '--presets', '--folder', '--no-cost'];
    for (const name of names) expect(DETECTION_USAGE).toContain(name);
  });
});
