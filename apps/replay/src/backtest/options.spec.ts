import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';

describe('somebody who starts a back-test', () => {
  it('names a table, and gets the standard choice', () => {
    expect(readOptions(['--counts', 'c.csv', '--out', 'o'])).toMatchObject({
      ...{ from: { counts: 'c.csv' }, preset: 'standard', binMinutes: 1 },
    });
  });

  it('names a topic of a database, and gets what the topic has', () => {
    const env = { DATABASE_URL: 'postgres://house', TIME_ZONE: 'Europe/Vienna' };
    expect(readOptions(['--topic', '7', '--out', 'o'], env)).toMatchObject({
      from: { topic: 7, database: 'postgres://house', timeZone: 'Europe/Vienna' },
      preset: null,
    });
  });

  it('may give a number instead of a choice, and peaks planned for a table', () => {
    const asked = ['--counts', 'c', '--out', 'o', '--head-start=-0.2', '--peaks', 'p.csv'];
    expect(readOptions(asked)).toMatchObject({ headStart: -0.2, from: { peaks: 'p.csv' } });
  });

  it('is told what is missing or does not fit together', () => {
    const refused = (...args: string[]) => expect(() => readOptions(args)).toThrow;
    refused('--out', 'o')('either --counts or --topic');
    refused('--out', 'o', '--counts', 'c', '--topic', '7')('either --counts or --topic');
    refused('--out', 'o', '--topic', '7')('--database');
    refused('--out', 'o', '--topic', 'x', '--database', 'd')('a number');
    refused('--out', 'o', '--topic', '7', '--database', 'd', '--bin-minutes', '5')('from 1 to 1');
    refused('--out', 'o', '--counts', 'c', '--preset', 'hysteric')('one of quiet');
    refused('--out', 'o', '--counts', 'c', '--head-start', '2')('-1 to 0.95');
    refused('--out', 'o', '--counts', 'c', '--head-start', '')('-1 to 0.95');
    refused('--out', 'o', '--counts', 'c', '--head-start', '0', '--preset', 'quiet')('one of them');
    refused('--out', 'o', '--topic', '7', '--database', 'd', '--peaks', 'p')('goes with --counts');
  });
});
