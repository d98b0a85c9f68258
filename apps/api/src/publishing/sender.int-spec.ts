import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailHouse, Newsroom } from '@sturmwarte/connectors/testing';
import type { PublicationState } from '@sturmwarte/domain';
import { OutboxRepository, SandboxRepository } from '@sturmwarte/store';
import { eventually, PublishingHouse } from '../testing/index.js';
import { PostingStopService } from './posting-stop.service.js';
import { Reconciler } from './reconciler.js';

const PEOPLE = ['anna@zeitung.example', 'ben@funk.example'];

describe('an approved statement', () => {
  let house: PublishingHouse;
  let newsroom: Newsroom;
  let mails: MailHouse;
  let exit: number;
  let incident: number;

  beforeAll(async () => {
    house = await PublishingHouse.start(2);
    for (const { nest } of house.servers) {
      nest.get(Reconciler).pace = { pausesMs: [100], most: 50, absences: 2, quietMs: 500 };
    }
  }, 120_000);
  afterAll(() => house.close());
  beforeEach(async () => {
    [newsroom, mails] = await Promise.all([Newsroom.open(), MailHouse.open()]);
    exit = await house.newsroomExit(newsroom, { timeoutSeconds: 1 });
    incident = await house.incident();
  });
  afterEach(() => Promise.all([newsroom.close(), mails.close()]));

  const stands = (id: number, ...states: PublicationState[]) =>
    eventually(async () => {
      const found = await house.publication(incident, id);
      return states.includes(found.state) && found;
    });
  const gone = async (id: number) => (await house.said(incident)).filter((_, n) => n >= id);

  it('leaves once, to the letter, and its receipt is in the journal', async () => {
    const text = 'Rückruf „Nordlicht“ 🔥\nWir rufen zurück.';
    const id = await house.prepare(incident, exit, { text, file: Buffer.from([1, 2, 0, 255]) });
    const { receipt, hash } = await stands(id, 'confirmed');
    expect(receipt).toMatchObject({ how: 'answered', foreignId: 'n-1' });
    expect(receipt?.link).toMatch(/^https:\/\/news\.example\.org\//);
    expect(newsroom.statements).toMatchObject([{ data: { text, hash, brand: 'Nordlicht' } }]);
    expect(await gone(id)).toEqual([
      ...['publication-sending', 'publication-confirmed', 'first-response-given'],
    ]);
  });

  it('leaves by mail, and what happened for each recipient is kept', async () => {
    mails.mood = { refuses: { [PEOPLE[1]!]: '550 no such user' } };
    const id = await house.prepare(incident, await house.pressExit(mails, PEOPLE));
    await stands(id, 'confirmed');
    expect(mails.mails.map(({ to }) => to)).toEqual([PEOPLE[0]]);
    const outbox = new OutboxRepository(house.server.db);
    expect(await outbox.deliveries({ incidentId: incident, entry: id })).toMatchObject([
      { recipient: PEOPLE[0], outcome: 'accepted' },
      { recipient: PEOPLE[1], outcome: 'refused' },
    ]);
  });

  it('waits for the time it was planned for', async () => {
    const plannedFor = new Date(Date.now() + 1_500).toISOString();
    const id = await house.prepare(incident, exit, { plannedFor });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await house.publication(incident, id)).state).toBe('prepared');
    await stands(id, 'confirmed');
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(plannedFor));
  });

  it('does not leave without its approval, whatever was prepared', async () => {
    const id = await house.prepare(incident, exit, { approved: false });
    expect(await stands(id, 'withdrawn')).toMatchObject({ why: 'approval-missing' });
    expect(newsroom.connections).toBe(0);
  });

  it('does not leave with a file that is not the approved one any more', async () => {
    const stops = house.server.nest.get(PostingStopService);
    await stops.stop(house.lead, house.brandId, 'Wait for the files');
    const erased = await house.prepare(incident, exit, { file: Buffer.from('A') });
    const changed = await house.prepare(incident, exit, { file: Buffer.from('B') });
    const { pool } = house.server.db;
    await pool.query(
      `update incident_attachment set content = null, salt = null where content = 'A'`,
    );
    await pool.query(`update incident_attachment set content = 'C' where content = 'B'`);
    await stops.lift(house.lead, house.brandId, 'Go on');
    for (const id of [erased, changed]) {
      expect(await stands(id, 'withdrawn')).toMatchObject({ why: 'wording-changed' });
    }
    expect(newsroom.connections).toBe(0);
  });

  it('that was refused is not out, and is not tried again', async () => {
    newsroom.mood = { kind: 'answers', status: 422 };
    const id = await house.prepare(incident, exit);
    expect(await stands(id, 'failed')).toMatchObject({ why: 'http-422' });
    expect(newsroom.calls).toHaveLength(1);
  });

  it('that got no answer is unknown, is read back, and never sent twice', async () => {
    newsroom.mood = { kind: 'silent' };
    const id = await house.prepare(incident, exit);
    const { receipt } = await stands(id, 'confirmed');
    expect(receipt?.how).toBe('read-back');
    expect(await gone(id)).toEqual([
      ...['publication-sending', 'publication-unknown', 'publication-confirmed'],
      'first-response-given',
    ]);
    expect(newsroom.calls).toHaveLength(1);
  });

  it('that got no answer and is not there has failed, but not before that was heard again', async () => {
    newsroom.mood = { kind: 'silent' };
    const id = await house.prepare(incident, exit);
    await eventually(() => newsroom.calls.length === 1);
    newsroom.published.clear();
    expect(await stands(id, 'failed')).toMatchObject({ why: 'not-there' });
    expect(newsroom.calls).toHaveLength(1);
  });

  it('that got no answer from an exit nobody can ask waits for a person', async () => {
    const mute = await house.newsroomExit(newsroom, { readBack: false, timeoutSeconds: 1 });
    newsroom.mood = { kind: 'cut' };
    const id = await house.prepare(incident, mute);
    await stands(id, 'unknown');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await house.publication(incident, id)).toMatchObject({ state: 'unknown' });
    expect(newsroom.calls).toHaveLength(1);
  });

  it('of two servers is sent by one', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => house.prepare(incident, exit, {}, house.servers[1])),
    );
    for (const id of ids) await stands(id, 'confirmed');
    const keys = newsroom.calls.map(({ headers }) => headers['webhook-id']);
    expect([keys.length, new Set(keys).size]).toEqual([8, 8]);
  });

  it('of a drill ends in the sandbox, whatever exit it was given', async () => {
    incident = await house.incident(await house.drill('2026-03-01T10:00:00Z'));
    const press = await house.pressExit(mails, PEOPLE);
    const ids = [await house.prepare(incident, exit), await house.prepare(incident, press)];
    for (const id of ids) await stands(id, 'confirmed');
    expect([newsroom.connections, mails.connections]).toEqual([0, 0]);
    const posts = await new SandboxRepository(house.server.db).list('all', { limit: 10 });
    expect(posts.map(({ publication }) => publication).sort()).toEqual(ids.sort());
    expect(posts[0]).toMatchObject({
      exit: { kind: 'mail' },
      incident: expect.stringMatching(/^U-/),
    });
  });
});
