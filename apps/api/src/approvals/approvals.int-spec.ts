import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApprovalsView, IncidentView } from '@sturmwarte/contracts';
import type { BoundVariant, Statement, Variant } from '@sturmwarte/domain';
import { IncidentRepository } from '@sturmwarte/store';
import { IncidentHouse, journalFaults, TEST_PASSWORD, type Colleague } from '../testing/index.js';

const KEY = { channel: 'website', language: 'de' } as const;

describe('the words of an incident', () => {
  let house: IncidentHouse;
  let mia: Colleague; // community
  let lea: Colleague; // lead
  let paul: Colleague; // pr
  let pia: Colleague; // pr too
  let rolf: Colleague; // legal
  let adam: Colleague; // administration
  let incident: IncidentView;
  let id: number;

  beforeAll(async () => {
    house = await IncidentHouse.start();
    mia = await house.colleague('Mia', 'community');
    lea = await house.colleague('Lea', 'lead');
    paul = await house.colleague('Paul', 'pr');
    pia = await house.colleague('Pia', 'pr');
    rolf = await house.colleague('Rolf', 'legal');
    adam = await house.colleague('Adam', 'admin');
    await house.storm();
    incident = await house.open(mia);
  }, 90_000);
  afterAll(() => house.app.close());

  const words = async (): Promise<{ statement: Statement; variant: Variant }> => {
    const { incident: now } = await house.room(mia, incident.id);
    const statement = now.statements.find((one) => one.id === id);
    const variant = statement?.variants[0];
    if (statement === undefined || variant === undefined) throw new Error('no words');
    return { statement, variant };
  };
  const bound = async (): Promise<BoundVariant> => {
    const { variant } = await words();
    return { ...KEY, hash: variant.versions.at(-1)?.hash ?? '' };
  };
  const draft = async (text = 'Wir prüfen Charge 7.'): Promise<void> => {
    const { entries } = await house.done(mia, incident.id, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      variants: [{ ...KEY, text }],
    });
    id = entries[0]?.seq ?? 0;
  };
  const ask = async (): Promise<void> => {
    await house.done(mia, incident.id, {
      ...{ type: 'ask-approval', statement: id, variants: [await bound()] },
    });
  };
  const approval = (of: BoundVariant, role = 'pr') => ({
    ...{ type: 'approve-wording', statement: id, variants: [of], role },
  });
  const queue = async (of: Colleague): Promise<ApprovalsView> =>
    (await of.browser.get('/api/v1/approvals')).body as ApprovalsView;

  beforeEach(async () => {
    await draft();
    await ask();
  });

  it('are approved by whoever the shared chain asks, with a hash and a proof of the server', async () => {
    const { entries } = await house.done(paul, incident.id, approval(await bound()));
    expect(entries.map(({ event }) => event)).toMatchObject([
      { type: 'approval-given', role: 'pr', standing: 'holder', proof: 'password' },
    ]);
    const { statement, variant } = await words();
    expect(statement.chain).toHaveLength(5);
    expect(variant.versions[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are not approved by their author, the administration, or with a hash of their own making', async () => {
    const of = await bound();
    const refused = async (by: Colleague, order: Parameters<IncidentHouse['ask']>[2]) =>
      (await house.ask(by, incident.id, order)).body;
    expect(await refused(mia, approval(of))).toMatchObject({ code: 'author-approves' });
    expect((await house.ask(adam, incident.id, approval(of))).status).toBe(403);
    expect(await refused(rolf, approval(of, 'legal'))).toMatchObject({
      code: 'approval-role-needed',
    });
    const other = { ...of, hash: 'a'.repeat(64) };
    expect(await refused(paul, approval(other))).toMatchObject({
      code: 'wording-changed',
      params: { by: 'Mia' },
    });
  });

  it('ask for a fresh proof of who approves', async () => {
    house.app.clock.advance(60 * 60_000);
    const late = await house.ask(paul, incident.id, approval(await bound()));
    expect(late.body).toMatchObject({ code: 'proof-needed' });
    await paul.browser.post('/api/v1/proof', { method: 'password', password: TEST_PASSWORD });
    expect((await house.ask(paul, incident.id, approval(await bound()))).status).toBe(200);
    await pia.browser.post('/api/v1/proof', { method: 'password', password: TEST_PASSWORD });
  });

  it('are approved once when two people say yes in the same second', async () => {
    const of = await bound();
    const answers = await Promise.all(
      [paul, pia].map((by) => house.ask(by, incident.id, approval(of))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'already-so',
    });
    expect((await words()).variant.approvals).toHaveLength(1);
  });

  it('are edited or approved when both happen in the same second, never both', async () => {
    for (let round = 1; round <= 6; round++) {
      const of = await bound();
      const edit = {
        ...{ type: 'write-variant', statement: id, base: round, ...KEY },
        text: `Wir prüfen Charge 7 (${round}).`,
      };
      const [yes, edited] = await Promise.all([
        house.ask(paul, incident.id, approval(of)),
        house.ask(mia, incident.id, edit),
      ]);
      expect(edited.status).toBe(200);
      if (yes.status !== 200) {
        expect(['wording-changed', 'approval-not-asked']).toContain(
          (yes.body as { code: string }).code,
        );
      }
      const { variant } = await words();
      const current = variant.versions.at(-1);
      expect(variant.asked).toBeNull();
      expect(variant.approvals.some(({ hash }) => hash === current?.hash)).toBe(false);
      await ask();
    }
  });

  it('lose nothing when two people write in the same second: one hears who was first', async () => {
    const write = (by: Colleague, text: string) =>
      house.ask(by, incident.id, {
        ...{ type: 'write-variant', statement: id, base: 1, ...KEY, text },
      });
    const answers = await Promise.all([write(mia, 'Eins.'), write(lea, 'Zwei.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await words()).variant.versions).toHaveLength(2);
  });

  it('wait in the queue of whom they wait for, with what has changed since they read', async () => {
    const mine = async () => (await queue(paul)).mine.find(({ statement }) => statement.id === id);
    expect(await mine()).toMatchObject({
      ...{ text: 'Wir prüfen Charge 7.', isRead: false, readBefore: null },
      places: [{ role: 'pr', standing: 'holder' }],
    });
    const others = (await queue(mia)).others;
    expect(others.some(({ statement }) => statement.id === id)).toBe(true);
    const reading = { incidentId: incident.id, statement: id, ...KEY, version: 1 };
    const noted = await paul.browser.post('/api/v1/approvals/readings', reading);
    expect(noted.status).toBe(204);
    expect(await mine()).toMatchObject({ isRead: true, readBefore: null });
    await house.done(mia, incident.id, {
      ...{ type: 'write-variant', statement: id, base: 1, ...KEY, text: 'Wir prüfen.' },
    });
    expect(await mine()).toBeUndefined();
    await ask();
    expect(await mine()).toMatchObject({
      ...{ isRead: false, readBefore: { version: 1, text: 'Wir prüfen Charge 7.' } },
    });
    const unread = await paul.browser.post('/api/v1/approvals/readings', {
      ...reading,
      version: 9,
    });
    expect(unread.status).toBe(404);
  });

  it('with an attachment are bound to the bytes the house has, not to what a console says', async () => {
    const path = `/api/v1/incidents/${incident.id}/attachments?name=charge.txt`;
    const kept = await fetch(new URL(path, house.app.url), {
      method: 'POST',
      headers: {
        cookie: mia.browser.cookie ?? '',
        'x-sturmwarte-csrf': mia.browser.csrf ?? '',
        'content-type': 'application/octet-stream',
      },
      body: Buffer.from('Charge 7'),
    });
    expect(kept.status).toBe(201);
    const [file] = (await house.room(mia, incident.id)).incident.attachments;
    const before = await bound();
    await house.done(mia, incident.id, {
      ...{ type: 'write-variant', statement: id, base: 1, ...KEY, text: 'Wir prüfen Charge 7.' },
      attachments: [file?.id],
    });
    const { variant } = await words();
    expect(variant.versions.at(-1)?.attachments).toEqual([
      {
        id: file?.id,
        name: 'charge.txt',
        sha256: '3d2a163ad0aef26424982b52edf8eb06fddc96a78100f90b0bf69c9574d3bf2f',
      },
    ]);
    expect((await bound()).hash).not.toBe(before.hash);
  });

  it('stand in a journal that still verifies, and read the same after a restart', async () => {
    const { incident: before } = await house.room(mia, incident.id);
    const again = await new IncidentRepository(house.app.db).find(incident.id);
    expect(again.incident).toEqual(before);
    expect(await journalFaults(house.app.db)).toEqual([]);
  });

  it('begin also in an incident that was stored before there were any', async () => {
    await house.storm(6, 'Nordlicht, schon wieder, eine Frechheit!');
    const answer = await lea.browser.post('/api/v1/incidents', {
      ...{ title: 'Ältere Lage', brandId: house.watched.brandId },
    });
    const older = answer.body as IncidentView;
    const parts = ['statements', 'publications', 'emergencies', 'postingStop', 'barred'];
    await house.app.db.pool.query('update incident set body = body - $2::text[] where id = $1', [
      older.id,
      parts,
    ]);
    expect((await house.room(lea, older.id)).incident).toEqual(older.incident);
    const { entries } = await house.done(mia, older.id, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
    });
    expect(entries).toHaveLength(1);
    expect((await house.room(lea, older.id)).incident.statements).toHaveLength(1);
  });
});
