import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'playbooks-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

function check(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const node = ['--conditions=source', '--import', './tools/ts-loader.mjs'];
  const { LC_ALL: _, ...rest } = process.env;
  const child = spawn(process.execPath, [...node, 'tools/playbooks-check.mjs', ...args], {
    cwd: root,
    env: { ...rest, LANG: 'en_US.UTF-8', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  );
}

describe('npm run playbooks:check', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets an editor go when all is well', async () => {
    const { code, said } = await check([]);
    expect(said).toContain('8 playbooks are fine, 0 errors, ');
    expect(code).toBe(0);
  });

  it('says file, line, column and sentence in the language of the editor, and ends with 1', async () => {
    const broken = file('broken.yaml', 'id: PB-01\nfoo: 1\n');
    const german = await check([broken], { LANG: 'de_DE.UTF-8' });
    expect(german.said).toContain('broken.yaml:2:1 Den Schlüssel „foo“ gibt es hier nicht.\n');
    expect(german.code).toBe(1);
    const english = await check(['--lang=en', broken], { LANG: 'de_DE.UTF-8' });
    expect(english.said).toContain('broken.yaml:2:1 There is no key "foo" here.\n');
  });

  it('fails when there is nothing to check', async () => {
    const gone = await check([join(folder, 'gone.yaml')]);
    expect(gone).toEqual({ code: 1, said: `There is no "${join(folder, 'gone.yaml')}".\n` });
  });
});
