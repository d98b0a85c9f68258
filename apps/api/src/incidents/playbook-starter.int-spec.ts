import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { ownPlaybooks } from '../common/own-playbooks.js';
import { IncidentHouse, type Colleague } from '../testing/index.js';
import { PlaybookStarter } from './playbook-starter.js';

/** The house's playbooks, with those of a recall and of a data breach set to start by themselves at level 4. */
function folderWithAutoStart(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-auto-'));
  cpSync(ownPlaybooks(), folder, { recursive: true });
  for (const name of ['pb-02-product-recall.yaml', 'pb-03-data-breach.yaml']) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^reviewBy:/m, 'autoStart: 4\nreviewBy:'));
  }
  return folder;
}

describe('a playbook that starts by itself', () => {
  let folder: string;
  let house: IncidentHouse;
  let lea: Colleague;
  let id: number;
  beforeAll(async () => {
    folder = folderWithAutoStart();
    house = await IncidentHouse.start({ playbookFolder: folder });
    lea = await house.colleague('Lea', 'lead', 'pr');
    await house.storm(8, 'Nordlicht Akku brennt, Rückruf sofort, Verletzte, eine Katastrophe!');
    ({ id } = await house.open(lea));
  }, 90_000);
  afterAll(async () => {
    await house.app.close();
    rmSync(folder, { recursive: true });
  });

  async function room(): Promise<IncidentDetail> {
    await house.settled();
    await house.app.nest.get(PlaybookStarter).settled();
    return house.room(lea, id);
  }
  const level = (to: number) =>
    house.done(lea, id, { type: 'override-level', level: to, reason: 'Bilder im Fernsehen' });

  it('waits for its level', async () => {
    const { incident } = await room();
    expect(incident.level.automatic).toBe(3);
    expect(incident.runs).toEqual([]);
  });

  it('starts at its level, by the machine, with its reasons, and only where the evidence fits', async () => {
    await level(4);
    const { incident, entries } = await room();
    expect(incident.runs.map(({ playbook, how }) => [playbook.id, how])).toEqual([
      ['PB-02', 'automatic'],
    ]);
    const [run] = incident.runs;
    expect(run?.started.by).toBeNull();
    expect(run?.reasons).toEqual(
      expect.arrayContaining([
        { code: 'trigger', params: expect.objectContaining({ terms: expect.any(String) }) },
        { code: 'wind', params: { level: 4 } },
      ]),
    );
    expect(entries.some(({ event }) => event.type === 'legal-clock-listed')).toBe(true);
    // The version it is pinned to can be read, so its steps can be done.
    const pinned = await lea.browser.get(`/api/v1/playbooks/versions/${run?.playbook.hash}`);
    expect(pinned.status).toBe(200);
    const step = { type: 'finish-step', run: run?.id, step: 'K1' };
    expect((await house.ask(lea, id, step)).status).toBe(200);
  });

  it('does not start twice, nor again after somebody stopped it', async () => {
    await level(5);
    expect((await room()).incident.runs).toHaveLength(1);
    const run = (await room()).incident.runs[0]?.id;
    await house.done(lea, id, { type: 'stop-playbook', run, reason: 'Falschmeldung' });
    await level(6);
    await house.storm(5, 'Nordlicht Akku brennt schon wieder, eine Katastrophe!');
    const { incident } = await room();
    expect(incident.runs).toHaveLength(1);
    expect(incident.runs[0]?.stopped).not.toBeNull();
  });

  it('starts once, however often the server looks', async () => {
    const again = await IncidentHouse.start({ playbookFolder: folder });
    try {
      const max = await again.colleague('Max', 'lead', 'pr');
      await again.storm(8, 'Nordlicht Akku brennt, Rückruf sofort, eine Katastrophe!');
      const opened = await again.open(max);
      const order = { type: 'override-level', level: 4, reason: 'Feuerwehr vor Ort' };
      const starter = again.app.nest.get(PlaybookStarter);
      await again.done(max, opened.id, order);
      starter.onApplicationBootstrap();
      starter.onApplicationBootstrap();
      await starter.settled();
      expect((await again.room(max, opened.id)).incident.runs).toHaveLength(1);
    } finally {
      await again.app.close();
    }
  }, 90_000);
});
