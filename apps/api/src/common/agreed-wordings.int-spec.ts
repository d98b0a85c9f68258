import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreedSource, VariantVersion } from '@sturmwarte/domain';
import { AgreedWordingRepository, wordingHash } from '@sturmwarte/store';
import { startTestApp, type TestApp } from '../testing/index.js';
import { AgreedWordings } from './agreed-wordings.js';

const AT = '2026-11-30T08:00:00.000Z';
const LATER = '2027-03-01T08:00:00.000Z';
const key = { channel: 'website', language: 'de' } as const;
const TEXT = 'Wir haben die Hinweise gesehen und melden uns um {nextUpdate} Uhr wieder.';
const values = { nextUpdate: '15:00' };
const filled = TEXT.replace('{nextUpdate}', '15:00');

describe('a text that says it was agreed beforehand', () => {
  let app: TestApp;
  let agreed: AgreedWordings;
  let brandId: number;
  let id: number;

  beforeAll(async () => {
    app = await startTestApp();
    agreed = app.nest.get(AgreedWordings);
    const adam = await app.signedIn('Adam', [{ role: 'admin', brandId: null }]);
    brandId = ((await adam.post('/api/v1/brands', { name: 'Nordwind' })).body as { id: number }).id;
    const hash = wordingHash({ ...key, text: TEXT, attachments: [] });
    const wordings = new AgreedWordingRepository(app.db);
    const by = (person: number) => ({ id: person, name: `P${person}` });
    await app.db.transaction(async (tx) => {
      const use = { purpose: 'holding', levelFrom: 2, levelTo: 5, playbooks: [] } as const;
      const variants = [{ ...key, text: TEXT, hash }];
      const until = { validUntil: '2027-02-28T23:00:00.000Z', note: '' };
      const written = { type: 'written', title: 'Erste Worte', use, variants, ...until } as const;
      let wording = await wordings.begin(brandId, written, AT, by(1), tx);
      ({ id } = wording);
      for (const [person, role] of [[2, 'pr'] as const, [3, 'legal'] as const]) {
        const bound = [{ ...key, hash }];
        const yes = { type: 'approved', version: 1, role, variants: bound, proof: 'totp' } as const;
        wording = await wordings.append(wording, yes, AT, by(person), tx);
      }
    });
  }, 120_000);
  afterAll(() => app.close());

  const sourceOf = (text: string, over: { at?: string; brand?: number; in?: object } = {}) =>
    app.db.transaction((tx) =>
      agreed.sourceOf(
        { id, values: { ...values, ...over.in } },
        { ...key, text },
        over.brand ?? brandId,
        over.at ?? AT,
        tx,
      ),
    );

  it('is believed when it is that text with its gaps filled, and while it is valid', async () => {
    const source = (await sourceOf(filled)) as AgreedSource;
    expect(source).toMatchObject({ id, version: 1, title: 'Erste Worte', values });
    const isValid = (over: Partial<VariantVersion> = {}, at = AT, brand = brandId, place = key) => {
      const written = { seq: 1, at: AT, by: null };
      const variant = { version: 1, text: filled, attachments: [], hash: '', written };
      const claimed = { ...variant, agreed: source, ...over };
      return app.db.transaction((tx) => agreed.isValid(claimed, place, brand, at, tx));
    };
    expect(await isValid()).toBe(true);
    expect(await isValid({}, LATER)).toBe(false);
    expect(await isValid({}, AT, 999)).toBe(false);
    expect(await isValid({ text: `${filled} ` })).toBe(false);
    expect(await isValid({ agreed: { ...source, version: 2 } })).toBe(false);
    expect(await isValid({ agreed: { ...source, hash: '0'.repeat(64) } })).toBe(false);
    expect(await isValid({ agreed: null })).toBe(false);
    expect(await isValid({ attachments: [{ id: 'a', name: 'b', sha256: 'c' }] })).toBe(false);
    expect(await isValid({}, AT, brandId, { ...key, language: 'en' as 'de' })).toBe(false);
  });
  it.each([
    ['one word more', `${filled} Danke.`, {}],
    ['an open gap', TEXT, { in: { nextUpdate: '' } }],
    ['another text in the gap', filled, { in: { nextUpdate: 'x'.repeat(201) } }],
    ['another brand', filled, { brand: 999 }],
    ['a day too late', filled, { at: LATER }],
  ])('is a text like any other with %s', async (_, text, over) => {
    expect(await sourceOf(text, over)).toBeNull();
  });
});
