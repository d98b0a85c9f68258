import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAgreed, type AgreedEvent, type PersonRef } from '@sturmwarte/domain';
import { openDatabase, type Database } from '../database.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { agreedWording, wordingHash } from './agreed-wording.js';
import { AgreedWordingRepository } from './agreed-wording.repository.js';

const AT = '2026-11-30T08:00:00.000Z';
const anna: PersonRef = { id: 1, name: 'Anna' };
const text = 'Wir haben die Hinweise gesehen und melden uns um {nextUpdate} Uhr.';
const key = { channel: 'website', language: 'de' } as const;
const hash = wordingHash({ ...key, text, attachments: [] });
const written: AgreedEvent = {
  ...{ type: 'written', title: 'Erste Worte', note: '' },
  use: { purpose: 'holding', levelFrom: 2, levelTo: 5, playbooks: [] },
  variants: [{ ...key, text, hash }],
  validUntil: '2027-02-28T23:00:00.000Z',
};
const approved = (role: 'pr' | 'legal'): AgreedEvent => ({
  ...{ type: 'approved', version: 1, role, proof: 'password' },
  variants: [{ ...key, hash }],
});

describe('words that lie ready', () => {
  let fresh: TestDatabase;
  let db: Database;
  let wordings: AgreedWordingRepository;
  beforeAll(async () => {
    fresh = await testDatabase();
    db = await openDatabase(fresh.url, { poolSize: 3 });
    await db.migrate();
    wordings = new AgreedWordingRepository(db);
  });
  afterAll(async () => {
    await db.close();
    await fresh.drop();
  });

  /** Written by Anna, approved by Pia and Rolf. */
  const ready = () =>
    db.transaction(async (tx) => {
      const begun = await wordings.begin(null, written, AT, anna, tx);
      const once = await wordings.append(begun, approved('pr'), AT, { id: 2, name: 'Pia' }, tx);
      return wordings.append(once, approved('legal'), AT, { id: 3, name: 'Rolf' }, tx);
    });
  const asked = (id: number) => db.transaction((tx) => agreedWording(id, tx));

  it('answer with version, hashes, approvals and validity, as the history tells them', async () => {
    const { id } = await ready();
    const wording = await asked(id);
    expect(wording).toMatchObject({ version: 1, validUntil: written.validUntil, seq: 3 });
    expect(wording?.approvals.map(({ role, by }) => [role, by.name])).toEqual([
      ['pr', 'Pia'],
      ['legal', 'Rolf'],
    ]);
    expect(wording && isAgreed(wording, key, AT)).toBe(true);
    expect(await asked(999)).toBeNull();
    expect(await wordings.unlike()).toEqual([]);
    expect((await wordings.list('all')).map((one) => one.id)).toContain(id);
  });

  it('are not believed when only the fold in the database says so', async () => {
    const { id } = await db.transaction((tx) => wordings.begin(null, written, AT, anna, tx));
    await db.pool.query(
      `update agreed_wording set body = jsonb_set(body, '{approvals}', (select body -> 'approvals' from agreed_wording where id = 1)) where id = $1`,
      [id],
    );
    const wording = await asked(id);
    expect(wording && isAgreed(wording, key, AT)).toBe(false);
    expect(await wordings.unlike()).toEqual([id]);
  });

  it('keep a history nobody can change or erase', async () => {
    for (const sql of [
      'update agreed_wording_entry set by_id = 9',
      'delete from agreed_wording_entry',
      'truncate agreed_wording_entry',
    ]) {
      await expect(db.pool.query(sql)).rejects.toThrow(/append-only/);
    }
  });

  it('have no second entry of one number: of two who decide at once one waits for the other', async () => {
    const { id } = await ready();
    const withdraw = (name: string) =>
      db.transaction(async (tx) => {
        const before = await wordings.lock(id, tx);
        if (before.withdrawn !== null) return 'late';
        await new Promise((resolve) => setTimeout(resolve, 50));
        const event = { type: 'withdrawn', reason: name } as const;
        await wordings.append(before, event, AT, anna, tx);
        return 'first';
      });
    expect((await Promise.all([withdraw('a'), withdraw('b')])).sort()).toEqual(['first', 'late']);
    expect((await asked(id))?.withdrawn).not.toBeNull();
    expect(await wordings.history(id)).toHaveLength(4);
  });

  it('are held still for whoever uses them until that is done', async () => {
    const { id } = await ready();
    const order: string[] = [];
    let used: () => void = () => undefined;
    const using = db.transaction(async (tx) => {
      await agreedWording(id, tx);
      await new Promise<void>((resolve) => (used = resolve));
      order.push('used');
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const withdrawing = db.transaction(async (tx) => {
      const before = await wordings.lock(id, tx);
      order.push('withdrawn');
      await wordings.append(before, { type: 'withdrawn', reason: 'weg' }, AT, anna, tx);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    used();
    await Promise.all([using, withdrawing]);
    expect(order).toEqual(['used', 'withdrawn']);
  });
});
