import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** The real program in a process of its own, to its end. */
function program(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const node = ['--conditions=source', '--import', './tools/ts-loader.mjs', 'apps/api/src/main.ts'];
  const env = { ...process.env, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, ...args], { cwd: root, env }, (error, _, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), said }),
    );
  });
}

describe('backup and restore by one command each', () => {
  let folder: string;
  let from: TestDatabase;
  let into: TestDatabase;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sturmwarte-copy-'));
    [from, into] = await Promise.all([testDatabase(), testDatabase()]);
    const db = await openDatabase(from.url, { poolSize: 2 });
    await db.migrate();
    await db.pool.query(`insert into brand (name) values ('Nordwind')`);
    await db.close();
  });
  afterAll(async () => {
    await Promise.all([from.drop(), into.drop()]);
    rmSync(folder, { recursive: true });
  });
  const old = () => ({ DATABASE_URL: from.url, DATA_DIR: join(folder, 'old') });
  const fresh = () => ({ DATABASE_URL: into.url, DATA_DIR: join(folder, 'fresh') });

  it('moves a house with its secret', async () => {
    const file = join(folder, 'house.backup');
    const made = await program(['--backup', file], old());
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain('keep it as safe as the database');
    const came = await program(['--restore', file], fresh());
    expect(came).toMatchObject({ code: 0 });
    const secret = (home: string) => readFileSync(join(folder, home, 'secret'), 'utf8');
    expect(secret('fresh')).toBe(secret('old'));
    const db = await openDatabase(into.url, { poolSize: 2 });
    expect(await db.dataSource.query('select name from brand')).toEqual([{ name: 'Nordwind' }]);
    await db.close();

    const twice = await program(['--restore', file], fresh());
    expect(twice.code).toBe(1);
    expect(twice.said).toMatch(/The database is not empty .* add --force/);
    const forced = await program(['--restore', file, '--force'], {
      ...fresh(),
      SECRET: 'another secret, given by hand in the environment',
    });
    expect(forced.code).toBe(0);
    expect(forced.said).toMatch(/made with another secret.* set SECRET/);
  }, 120_000);

  it('say in one sentence what is wrong with a file', async () => {
    const nothing = join(folder, 'nothing');
    writeFileSync(nothing, 'hello\n');
    const strange = await program(['--restore', nothing], fresh());
    expect(strange).toMatchObject({ code: 1 });
    expect(strange.said).toContain('The file is not a backup of Sturmwarte');
    const absent = await program(['--restore', join(folder, 'absent')], fresh());
    expect(absent.said).toContain('cannot be opened (ENOENT)');
    const there = await program(['--backup', nothing], old());
    expect(there.said).toContain('exists already and is left as it is');
    expect(`${strange.said}${absent.said}${there.said}`).not.toContain('    at ');
  }, 120_000);
});
