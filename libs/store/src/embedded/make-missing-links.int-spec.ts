import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMissingLinks } from './make-missing-links.js';

describe('the links npm leaves out', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sturmwarte-links-'));
    await mkdir(join(root, 'native/lib'), { recursive: true });
    await writeFile(join(root, 'native/lib/libpq.so.5.18'), 'the library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
  });

  afterEach(() => rm(root, { recursive: true }));

  it('are made once, however many starters ask', async () => {
    await Promise.all([makeMissingLinks(root), makeMissingLinks(root)]);
    await makeMissingLinks(root);
    expect(await readFile(join(root, 'native/lib/libpq.so.5'), 'utf8')).toBe('the library');
  });

  it('need no list on platforms that have none', async () => {
    await rm(join(root, 'native/pg-symlinks.json'));
    await expect(makeMissingLinks(root)).resolves.toBeUndefined();
  });
});
