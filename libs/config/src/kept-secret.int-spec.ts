import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';
import { keepSecret, keptSecret } from './kept-secret.js';

describe('the secret of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sturmwarte-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, kept, and readable by its owner only', () => {
    const dataDir = join(folder, 'data');
    const secret = keptSecret(dataDir);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keptSecret(dataDir)).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('is never silently replaced when damaged', () => {
    writeFileSync(join(folder, 'secret'), 'half');
    expect(() => keptSecret(folder)).toThrow(/restore it from a backup/);
  });

  it('comes back from a backup; one of another form waits beside it', () => {
    const before = keptSecret(folder);
    const restored = 'r'.repeat(43);
    expect(keepSecret(folder, restored).used).toBe(true);
    expect(keptSecret(folder)).toBe(restored);
    expect(keepSecret(folder, `given by hand ${before}`).used).toBe(false);
    expect(keptSecret(folder)).toBe(restored);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('says so when its folder is a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => keptSecret(join(folder, 'file'))).toThrow(ConfigError);
  });
});
