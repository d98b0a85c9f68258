import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError } from './config-error.js';
import { readConfig } from './read-config.js';
import { SETTINGS } from './settings.js';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500);
const SECRET = 'kept out of every sentence 0123456789';

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...['', ' ', '0', '-1', '1e3', '4400.5', '０', '99999999999999999999', 'Infinity', 'null'],
    ...[
      'postgres://',
      'postgres://u:p@[::1',
      'http://x y',
      'https://x/?q#h',
      '127.0.0.1/',
      '::/129',
    ],
    ...['postgres://a@b:99999/c', ',', '10.0.0.1/8,', 'http://user:pass@host', 'info\u0000'],
  ),
);
const names = Object.values(SETTINGS).map(({ name }) => name);
const environment = fc.dictionary(
  fc.constantFrom(...names.filter((name) => name !== 'SECRET')),
  value,
);

describe('whatever the environment says', () => {
  it('is a whole configuration, or a list of settings with what is wrong about each', () => {
    fc.assert(
      fc.property(environment, (given) => {
        try {
          const config = readConfig({ ...given, SECRET });
          expect(Object.isFrozen(config)).toBe(true);
          expect(Object.keys(config).sort()).toEqual(Object.keys(SETTINGS).sort());
          expect(Object.values(config).some((one) => one === undefined || Number.isNaN(one))).toBe(
            false,
          );
        } catch (error) {
          if (!(error instanceof ConfigError)) throw error;
          expect(error.mistakes.length).toBeGreaterThan(0);
          for (const { setting, problem } of error.mistakes) {
            expect(names).toContain(setting);
            expect(problem.length).toBeGreaterThan(0);
            expect(problem.length).toBeLessThan(300);
          }
          expect(error.message).not.toContain(SECRET);
        }
      }),
      { numRuns },
    );
  });

  it('never repeats a password it does not understand', () => {
    fc.assert(
      fc.property(fc.constantFrom('DATABASE_URL', 'METRICS_TOKEN', 'SECRET'), (name) => {
        const wrong = 'short pässword';
        try {
          readConfig({ SECRET, [name]: wrong });
        } catch (error) {
          expect((error as ConfigError).message).not.toContain('pässword');
        }
      }),
    );
  });
});
