import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '@sturmwarte/domain';
import { BrandRepository, openDatabase, PersonRepository, type Database } from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import { prepareDemo } from './prepare-demo.js';

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await testDatabase();
  db = await openDatabase(test.url, { poolSize: 2 });
  await db.migrate();
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const prepare = () =>
  prepareDemo({
    db,
    clock: { now: () => Date.parse('2026-11-22T08:00:00Z') },
    hashPassword: (password) => Promise.resolve(`hash of ${password}`),
    brandName: 'Nordlicht',
  });

describe('a demo', () => {
  it('has somebody for every role, all with one password that was made for it', async () => {
    const ready = await prepare();
    if (!ready.ready) throw new Error('refused');
    expect(ready.password).toMatch(/^[a-z]{6}(-[a-z]{6}){3}$/);
    const people = await new PersonRepository(db).list();
    expect(new Set(people.flatMap(({ grants }) => grants.map(({ role }) => role)))).toEqual(
      new Set(ROLES),
    );
    const found = await new PersonRepository(db).withPassword({ email: 'meier@demo.invalid' });
    expect(found?.passwordHash).toBe(`hash of ${ready.password}`);
    const brands = await new BrandRepository(db).list('all');
    expect(brands).toEqual([{ id: ready.brandId, name: 'Nordlicht' }]);
  });

  it('started again keeps its people and tells a new password', async () => {
    const before = await new PersonRepository(db).list();
    const ready = await prepare();
    if (!ready.ready) throw new Error('refused');
    expect(await new PersonRepository(db).list()).toEqual(before);
    const found = await new PersonRepository(db).withPassword({ email: 'lang@demo.invalid' });
    expect(found?.passwordHash).toBe(`hash of ${ready.password}`);
  });

  it('keeps away from an instance where real people work', async () => {
    const person = { name: 'Real', email: 'real@example.org', language: 'de' as const };
    await db.transaction((tx) =>
      new PersonRepository(db).create({ ...person, grants: [], passwordHash: null, now: 0 }, tx),
    );
    expect(await prepare()).toEqual({ ready: false, realPeople: 1 });
  });
});
