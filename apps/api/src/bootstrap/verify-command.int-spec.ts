import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IncidentHouse, type Colleague } from '../testing/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** The real program in a process of its own, as `npm run journal:verify` runs it. */
function verify(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const node = ['--conditions=source', '--import', './tools/ts-loader.mjs', 'apps/api/src/main.ts'];
  // Nothing it could reach: a file needs no database.
  const env = { ...process.env, DATABASE_URL: 'postgres://127.0.0.1:9/none', ...environment };
  return new Promise((resolve) => {
    const all = [...node, '--verify-journal', ...args];
    execFile(process.execPath, all, { cwd: root, env }, (error, said, problem) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: said + problem }),
    );
  });
}

describe('npm run journal:verify', () => {
  let folder: string;
  let house: IncidentHouse;
  let lea: Colleague;
  let id: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sturmwarte-verify-'));
    house = await IncidentHouse.start();
    lea = await house.colleague('Lea', 'lead');
    await house.storm();
    ({ id } = await house.open(lea));
    await house.done(lea, id, { type: 'write-entry', kind: 'note', text: 'Rauch über Halle 3' });
  }, 90_000);
  afterAll(async () => {
    await house.app.close();
    rmSync(folder, { recursive: true });
  });

  it('checks an exported file without a database, and finds the entry that was changed', async () => {
    const text = String((await lea.browser.get(`/api/v1/incidents/${id}/journal`)).body);
    const file = join(folder, 'whole.ndjson');
    writeFileSync(file, text);
    const whole = await verify([file]);
    expect(whole.said).toMatch(
      /L-\d{4}-001 "Nordlicht Akku": 2 entries, whole\. Head: 2 [0-9a-f]{64}/,
    );
    expect(whole.code).toBe(0);

    const changed = join(folder, 'changed.ndjson');
    writeFileSync(changed, text.replace('Halle 3', 'Halle 4'));
    const found = await verify([changed, '--lang', 'de']);
    expect(found.code).toBe(1);
    expect(found.said).toMatch(
      /changed\.ndjson:3 L-\d{4}-001 Eintrag 2: Der Inhalt wurde verändert/,
    );

    const strange = join(folder, 'strange.txt');
    writeFileSync(strange, 'hello\n');
    const none = await verify([strange, join(folder, 'absent')]);
    expect(none.code).toBe(1);
    expect(none.said).toMatch(/strange\.txt:1 The file is no exported journal/);
    expect(none.said).toMatch(/absent:1 .*ENOENT/);
  }, 120_000);

  it('checks every journal of the database while the server runs', async () => {
    const { rows } = await house.app.db.pool.query<{ name: string }>(
      'select current_database() as name',
    );
    const url = new URL(String(house.app.db.pool.options.connectionString));
    expect(url.pathname.slice(1)).toBe(rows[0]?.name);
    const whole = await verify(['--database', url.href, '--lang', 'de']);
    expect(whole.said).toMatch(/„Nordlicht Akku“: 2 Einträge, unversehrt\./);
    expect(whole.code).toBe(0);
    await house.app.db.pool.query(`update incident set level = 6 where id = $1`, [id]);
    const found = await verify(['--database', url.href]);
    expect(found.code).toBe(1);
    expect(found.said).toContain('the state stored is not that of the journal: incident.level.');
  }, 120_000);
});
