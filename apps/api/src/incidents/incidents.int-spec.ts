import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  IncidentDetail,
  IncidentHit,
  IncidentView,
  JournalExport,
} from '@sturmwarte/contracts';
import { verifyChain, type JournalEntry } from '@sturmwarte/domain';
import { sha256 } from '@sturmwarte/store';
import { IncidentHouse, journalFaults, type Colleague } from '../testing/index.js';
import { ClockTicker } from './clock-ticker.js';

describe('an incident and its people', () => {
  let house: IncidentHouse;
  let mia: Colleague; // community
  let lea: Colleague; // lead
  let rolf: Colleague; // legal
  let resi: Colleague; // legal too
  let quirin: Colleague; // quality
  let bea: Colleague; // board
  let incident: IncidentView;

  beforeAll(async () => {
    house = await IncidentHouse.start();
    mia = await house.colleague('Mia', 'community');
    lea = await house.colleague('Lea', 'lead');
    rolf = await house.colleague('Rolf', 'legal');
    resi = await house.colleague('Resi', 'legal');
    quirin = await house.colleague('Quirin', 'quality');
    bea = await house.colleague('Bea', 'board');
    await house.storm();
    incident = await house.open(mia);
  }, 90_000);
  afterAll(() => house.app.close());

  it('is opened from an alarm, numbered, at its level and its time', () => {
    const { number, t0, level, alerts, firstNegativeAt } = incident.incident;
    expect(number).toMatch(/^L-\d{4}-001$/);
    expect(level.automatic).toBe(3);
    expect(alerts).toMatchObject([{ standing: 'joined', alert: { topicName: 'Nordlicht' } }]);
    expect(Date.parse(t0)).toBeLessThanOrEqual(house.app.clock.now());
    expect(firstNegativeAt).not.toBeNull();
  });

  it('takes an alarm only once', async () => {
    const { id } = await house.alert(mia);
    const again = await mia.browser.post('/api/v1/incidents', { title: 'zweimal', alertIds: [id] });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'alert-taken' });
  });

  it('lets specialists in by their seat, not before', async () => {
    const path = `/api/v1/incidents/${incident.id}`;
    expect((await quirin.browser.get(path)).status).toBe(403);
    expect((await quirin.browser.get('/api/v1/incidents')).body).toEqual([]);
    await house.done(lea, incident.id, {
      type: 'assign-role',
      role: 'quality',
      person: { id: quirin.id },
    });
    expect((await quirin.browser.get(path)).status).toBe(200);
    expect((await quirin.browser.get('/api/v1/incidents')).body).toHaveLength(1);
  });

  it('seats and asks nobody who could not act', async () => {
    const gero = await house.colleague('Gero', 'observer');
    const orders = [
      { type: 'assign-role', role: 'hr', person: { id: lea.id }, deputy: { id: gero.id } },
      { type: 'ask-question', to: { id: gero.id }, text: 'Was war das?' },
    ];
    for (const order of orders) {
      const { status, body } = await house.ask(lea, incident.id, order);
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'cannot-write-here', params: { name: 'Gero' } });
    }
  });

  it('lets one of two people tick a step; the other hears who was first', async () => {
    const started = await house.done(mia, incident.id, {
      type: 'start-playbook',
      playbookId: 'PB-01',
    });
    const run = started.entries[0]?.seq;
    const tick = { type: 'finish-step', run, step: 'K1' } as const;
    const answers = await Promise.all([
      house.ask(mia, incident.id, tick),
      house.ask(lea, incident.id, tick),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ code: 'step-settled', params: { standing: 'done' } });
  });

  it('calculates a legal clock, and keeps a waiver for two people', async () => {
    const anchor = new Date(house.app.clock.now() - 60_000).toISOString();
    await house.done(lea, incident.id, { type: 'list-clock', clock: 'DSGVO-33' });
    const start = {
      type: 'start-clock',
      clock: 'DSGVO-33',
      anchors: { knowledge: anchor },
      reason: 'Leak',
    };
    await house.done(rolf, incident.id, start);
    const { incident: running } = await house.room(lea, incident.id);
    const clock = running.legalClocks.find(({ id }) => id === 'DSGVO-33');
    const due = Date.parse(clock?.stages[0]?.due ?? '');
    expect(due - Date.parse(anchor)).toBeGreaterThanOrEqual(72 * 3_600_000);
    expect(due - Date.parse(anchor)).toBeLessThan(73 * 3_600_000);

    await house.done(lea, incident.id, { type: 'list-clock', clock: 'FOOD' });
    const waive = { type: 'waive-clock', clock: 'FOOD', reason: 'kein Lebensmittel' };
    const judge = (by: Colleague) => house.ask(by, incident.id, waive);
    expect((await judge(rolf)).status).toBe(200);
    expect((await judge(rolf)).body).toMatchObject({ code: 'second-person-needed' });
    expect((await judge(resi)).status).toBe(200);
  });

  it('keeps a file beside the journal and its hash in it', async () => {
    const body = Buffer.from('screenshot');
    const response = await fetch(
      new URL(
        `/api/v1/incidents/${incident.id}/attachments?name=${encodeURIComponent('Beleg ä.png')}`,
        house.app.url,
      ),
      {
        method: 'POST',
        headers: {
          cookie: mia.browser.cookie ?? '',
          'x-sturmwarte-csrf': mia.browser.csrf ?? '',
          'content-type': 'application/octet-stream',
        },
        body,
      },
    );
    expect(response.status).toBe(201);
    const { attachments } = (await house.room(mia, incident.id)).incident;
    expect(attachments).toMatchObject([{ name: 'Beleg ä.png', bytes: 10 }]);
    const file = await mia.browser.get(
      `/api/v1/incidents/${incident.id}/attachments/${attachments[0]?.id}`,
    );
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.body).toBe('screenshot');
  });

  it('lets whoever steers erase a file, and keeps who, why and an unbroken chain', async () => {
    const [file] = (await house.room(mia, incident.id)).incident.attachments;
    const path = `/api/v1/incidents/${incident.id}/attachments/${file?.id}`;
    const reason = 'zeigt eine Privatperson';
    expect((await mia.browser.post(`${path}/erase`, { reason })).status).toBe(403);
    expect((await lea.browser.post(`${path}/erase`, { reason: ' ' })).status).toBe(400);
    expect((await lea.browser.post(`${path}/erase`, { reason })).status).toBe(200);
    expect((await lea.browser.post(`${path}/erase`, { reason })).body).toMatchObject({
      code: 'already-decided',
      params: { by: 'Lea' },
    });
    expect((await mia.browser.get(path)).status).toBe(404);
    const { rows } = await house.app.db.pool.query(
      'select salt, content, erase_reason from incident_attachment where id = $1',
      [file?.id],
    );
    expect(rows).toEqual([{ salt: null, content: null, erase_reason: reason }]);
    const { incident: after } = await house.room(mia, incident.id);
    expect(after.attachments[0]?.erased).toMatchObject({ by: { name: 'Lea' }, reason });
    expect(await journalFaults(house.app.db)).toEqual([]);
  });

  it('turns its clocks once, also when nobody looks and after many ticks', async () => {
    const ticker = house.app.nest.get(ClockTicker);
    house.app.clock.advance(61 * 60_000);
    await ticker.tick();
    await ticker.tick();
    const { entries } = await house.room(lea, incident.id);
    const turns = entries.flatMap(({ event }) =>
      event.type === 'clock-turned' ? [`${event.clock} ${event.volume}`] : [],
    );
    expect(turns).toContain('first-response:alert overdue');
    expect(new Set(turns).size).toBe(turns.length);
  });

  it('asks the executive, who alone decides', async () => {
    const asked = await house.done(lea, incident.id, {
      type: 'ask-executive',
      to: { id: bea.id },
      question: 'Verkaufsstopp?',
      options: [
        { id: 'stop', label: 'stoppen' },
        { id: 'wait', label: 'warten' },
      ],
      recommended: 'stop',
      due: new Date(house.app.clock.now() + 1_800_000).toISOString(),
    });
    const decide = { type: 'decide-request', request: asked.entries[0]?.seq, option: 'stop' };
    expect((await house.ask(lea, incident.id, decide)).status).toBe(403);
    expect((await house.ask(bea, incident.id, decide)).status).toBe(200);
  });

  it('finds what was said', async () => {
    const hits = (await lea.browser.get('/api/v1/incidents/search?words=Verkaufsstopp'))
      .body as IncidentHit[];
    expect(hits.map(({ entry }) => entry.event.type)).toEqual(['executive-asked']);
  });

  it('hands its whole journal out, and the chain of it verifies without the server', async () => {
    const answer = await lea.browser.get(`/api/v1/incidents/${incident.id}/journal`);
    const [head, ...entries] = String(answer.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown) as [JournalExport, ...JournalEntry[]];
    expect(verifyChain(head.incident, entries, sha256, head.head)).toEqual([]);
    expect((await mia.browser.get(`/api/v1/incidents/${incident.id}/journal`)).status).toBe(403);
  });

  it('refuses the database itself a change of its journal', async () => {
    const change = house.app.db.pool.query(
      `update incident_entry set by_name = 'Niemand' where incident_id = $1 and seq = 1`,
      [incident.id],
    );
    await expect(change).rejects.toThrow('append-only');
    await expect(house.app.db.pool.query('delete from incident_entry')).rejects.toThrow(
      'append-only',
    );
  });

  it('gives the all-clear only with a reason while conditions are open, and everybody in the room sees it', async () => {
    const clear = { type: 'give-all-clear', note: 'ruhig' };
    expect((await house.ask(lea, incident.id, clear)).body).toMatchObject({ code: 'exit-unmet' });
    await house.done(lea, incident.id, { ...clear, reason: 'Falschmeldung bestätigt' });
    const seen = (await quirin.browser.get(`/api/v1/incidents/${incident.id}`))
      .body as IncidentDetail;
    expect(seen.incident.state).toBe('all-clear');
    await house.done(mia, incident.id, { type: 'reopen', reason: 'neue Bilder' });
  });

  it('follows its alarm up and down', async () => {
    const { id } = await house.alert(lea);
    await lea.browser.post(`/api/v1/alerts/${id}/close`, { kind: 'all-clear' });
    await house.settled();
    const { incident: after } = await house.room(lea, incident.id);
    expect(after.alerts[0]).toMatchObject({ closed: true });
    expect(after.level.automatic).toBe(0);
  });
});
