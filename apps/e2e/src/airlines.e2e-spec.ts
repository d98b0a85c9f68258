import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertDetail, AlertView, Board } from '@sturmwarte/contracts';
import { ALARM_LEVEL } from '@sturmwarte/domain';
import type { AlertEvent, Level, Space } from '@sturmwarte/domain';
import { openDatabase, verifyCounters } from '@sturmwarte/store';
import { PASSWORD, setUpHouse, type Member } from './support/people.js';
import { Server } from './support/server.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
/** 14,485 real mentions of February 2015, beside the project: they are never copied into it. */
const RECORDING = join(ROOT, '../shared/data/replay/airlines-2015-02.ndjson');
const TOPICS = join(ROOT, 'apps/replay/scenarios/airlines-topics.json');
const DAY = '2015-02-22';
const present = existsSync(RECORDING);
if (!present) console.log(`skipped: the airline recording is not there (${RECORDING})`);

(present ? describe : describe.skip)('the winter storm of 22 February 2015', () => {
  let server: Server;
  let anna: Member;
  let told: string;

  beforeAll(async () => {
    server = await Server.start();
    anna = await setUpHouse(server, 'Anna', 'Airlines');
    told = await replay();
  }, 240_000);
  afterAll(() => server?.close(), 120_000);

  it('goes through the intake whole, and every counter is right', async () => {
    expect(told).toMatch(/14[,.]?4\d\d/);
    const db = await openDatabase(server.databaseUrl, { poolSize: 2 });
    const { rows } = await db.pool.query<{ n: string }>('select count(*) as n from mention');
    const faults = await verifyCounters(db.pool);
    await db.close();
    expect(Number(rows[0]?.n)).toBeGreaterThan(14_000);
    expect(faults).toEqual([]);
  }, 120_000);

  it.each(['American', 'US Airways', 'JetBlue'])(
    'was an alarm for %s on that day',
    async (airline) => {
      const { caller } = anna;
      const space = (await caller.get<Space[]>('/spaces')).body.find(
        ({ kind }) => kind === 'replay',
      );
      const alerts = (await caller.get<AlertView[]>(`/alerts?space=${space?.id}&limit=200`)).body;
      const mine = alerts.filter(({ topicName }) => topicName === airline);
      const details = await Promise.all(
        mine.map(({ id }) => caller.get<AlertDetail>(`/alerts/${id}`)),
      );
      const rises = details
        .flatMap(({ body }) => body.history)
        .filter((event) => event.at.startsWith(DAY) && levelOf(event) >= ALARM_LEVEL);
      expect(rises.length).toBeGreaterThan(0);
    },
  );

  it('moves nothing on the live board', async () => {
    expect((await anna.caller.get<Board>('/board')).body.cards).toEqual([]);
    expect((await anna.caller.get<AlertView[]>('/alerts')).body).toEqual([]);
  });

  /** As people run it: `npm run replay -- --file ... --max`. Answers what it printed. */
  async function replay(): Promise<string> {
    const what = ['--file', RECORDING, '--topics', TOPICS, '--max'];
    const where = ['--server', server.url, '--email', anna.email, '--brand', 'Airlines'];
    const player = spawn(process.execPath, ['apps/replay/dist/main.js', ...what, ...where], {
      cwd: ROOT,
      env: { ...process.env, STURMWARTE_PASSWORD: PASSWORD },
    });
    let text = '';
    player.stdout.on('data', (part: Buffer) => (text += String(part)));
    player.stderr.on('data', (part: Buffer) => (text += String(part)));
    const code = await new Promise((resolve) => player.once('close', resolve));
    if (code !== 0) throw new Error(`the replay ended with ${String(code)}: ${text}`);
    return text;
  }
});

/** The level an event of an alert's history reached; 0 where it is about something else. */
function levelOf(event: AlertEvent): Level {
  if (event.type === 'raised' || event.type === 'reopened') return event.level;
  return event.type === 'level-changed' ? event.to : 0;
}
