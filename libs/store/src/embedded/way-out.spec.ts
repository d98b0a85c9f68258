import { describe, expect, it } from '@jest/globals';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { wayOut } from './way-out.js';

describe('the sentence for the person at the terminal', () => {
  it('names the folder, what is wrong with it, and a way out', () => {
    const error = new EmbeddedPostgresError('wrongMajorVersion', {
      dataDir: '.sturmwarte/postgres',
      found: 17,
      needed: 18,
    });
    expect(wayOut(error)).toMatch(/^The database in \.sturmwarte\/postgres .* 17, .* 18: .* move/);
  });

  it('never shows a word nobody filled in', () => {
    const params = { dataDir: 'd', freeMb: 12, neededMb: 200 };
    expect(wayOut(new EmbeddedPostgresError('noDiskSpace', params))).not.toContain('undefined');
  });
});
