import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreedDetail, AgreedView, AuditRow, HouseWording } from '@sturmwarte/contracts';
import type { WordingFinding } from '@sturmwarte/domain';
import { startTestApp, type TestApp, type TestVisitor } from '../testing/index.js';

const DAY_MS = 86_400_000;

describe('the words of a house', () => {
  let app: TestApp;
  let pia: TestVisitor;
  let rolf: TestVisitor;
  let anna: TestVisitor;
  let adam: TestVisitor;
  let brandId: number;

  beforeAll(async () => {
    app = await startTestApp();
    adam = await app.signedIn('Adam', [{ role: 'admin', brandId: null }]);
    const made = await adam.post('/api/v1/brands', { name: 'Nordwind' });
    brandId = (made.body as { id: number }).id;
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId }]);
    rolf = await app.signedIn('Rolf', [{ role: 'legal', brandId: null }]);
    anna = await app.signedIn('Anna', [{ role: 'community', brandId }]);
  }, 120_000);
  afterAll(() => app.close());

  describe('rules for texts', () => {
    const rule = {
      ...{ de: ['Kundenfreundlich*'], en: [], severity: 'warn', channels: null, better: null },
      why: { de: 'Sagt nichts.', en: 'Says nothing.' },
    };
    const check = async (who: TestVisitor, text: string) => {
      const body = { brandId, text, channel: 'staff', language: 'de', purpose: 'internal' };
      const answer = await who.post('/api/v1/wording/check', body);
      const { findings } = answer.body as { findings: WordingFinding[] };
      return findings.map((one) => `${one.origin} ${one.rule}`);
    };
    let id: number;

    it('are set by PR, for her brand only, and seen by everybody who writes', async () => {
      const made = await pia.post('/api/v1/wording/rules', { brandId, ...rule });
      expect(made.status).toBe(201);
      id = Number((made.body as { id: string }).id);
      expect((await pia.post('/api/v1/wording/rules', { brandId: null, ...rule })).status).toBe(
        403,
      );
      expect((await anna.post('/api/v1/wording/rules', { brandId, ...rule })).status).toBe(403);
      const { rules } = (await anna.get('/api/v1/wording/rules')).body as HouseWording;
      expect(rules).toMatchObject([{ id: String(id), de: ['Kundenfreundlich*'] }]);
    });
    it('speak beside ours when a text is checked, and know the language it really is in', async () => {
      const text = 'Wir sind kundenfreundliche Leute und melden uns bald bei Ihnen.';
      expect(await check(anna, text)).toEqual([`house ${id}`]);
      expect(await check(anna, 'Das ist ein Einzelfall, und wir melden uns bei Ihnen.')).toEqual([
        'shipped single-case',
      ]);
      const english = 'We are checking this and will come back to all of you very soon.';
      expect(await check(anna, english)).toEqual(['shipped other-language']);
    });
    it('know how a brand addresses its readers', async () => {
      const path = `/api/v1/wording/addresses/${brandId}`;
      expect((await anna.send('PUT', path, { address: 'sie' })).status).toBe(403);
      expect((await rolf.send('PUT', path, { address: 'sie' })).status).toBe(204);
      expect(await check(anna, 'Wir melden uns bald bei dir und helfen dir gern weiter.')).toEqual([
        'shipped form-of-address',
        'shipped form-of-address',
      ]);
      expect((await rolf.send('PUT', path, { address: null })).status).toBe(204);
      expect(await check(anna, 'Wir melden uns bald bei dir und helfen dir gern.')).toEqual([]);
    });
    it('are changed and removed, and the audit list tells by whom', async () => {
      const path = `/api/v1/wording/rules/${id}`;
      const changed = await rolf.send('PUT', path, { ...rule, severity: 'block' });
      expect(changed.body).toMatchObject({ severity: 'block', brandId });
      expect((await anna.delete(path)).status).toBe(403);
      expect((await pia.delete(path)).status).toBe(204);
      expect((await pia.delete(path)).status).toBe(404);
      const audit = (await adam.get('/api/v1/audit')).body as AuditRow[];
      expect(audit.map(({ action, by }) => `${action} ${by?.name ?? ''}`)).toEqual(
        expect.arrayContaining([
          'wording-rule.created Pia',
          'brand.address-set Rolf',
          'wording-rule.changed Rolf',
          'wording-rule.removed Pia',
        ]),
      );
    });
    it('must say something', async () => {
      for (const wrong of [{ de: [] }, { de: ['*'] }, { severity: 'loud' }, { why: { de: 'a' } }]) {
        const answer = await pia.post('/api/v1/wording/rules', { brandId, ...rule, ...wrong });
        expect(answer.status).toBe(400);
      }
    });
  });

  describe('wordings approved beforehand', () => {
    const text = 'Wir haben die Hinweise gesehen und melden uns um {nextUpdate} Uhr wieder.';
    const version = (words = text) => ({
      ...{ title: 'Erste Worte', note: 'neu' },
      use: { purpose: 'holding', levelFrom: 2, levelTo: 5, playbooks: ['PB-01'] },
      variants: [{ channel: 'website', language: 'de', text: words }],
      validUntil: new Date(app.clock.now() + 90 * DAY_MS).toISOString(),
    });
    const write = async (who: TestVisitor) =>
      (await who.post('/api/v1/agreed-wordings', { brandId, ...version() })).body as AgreedView;
    const approve = (who: TestVisitor, role: string, { id, variants }: AgreedView) => {
      const bound = variants.map(({ channel, language, hash }) => ({ channel, language, hash }));
      return who.post(`/api/v1/agreed-wordings/${id}/approve`, { role, variants: bound });
    };

    it('lie ready once PR and legal have said yes to what a third wrote', async () => {
      const written = await write(anna);
      expect(written).toMatchObject({ version: 1, standing: 'waiting', brandId });
      expect((await approve(pia, 'pr', written)).body).toMatchObject({ standing: 'waiting' });
      expect((await approve(rolf, 'legal', written)).body).toMatchObject({ standing: 'valid' });
      const detail = (await anna.get(`/api/v1/agreed-wordings/${written.id}`)).body as AgreedDetail;
      expect(detail.history.map(({ event, by }) => [event.type, by.name])).toEqual([
        ['written', 'Anna'],
        ['approved', 'Pia'],
        ['approved', 'Rolf'],
      ]);
      const list = (await anna.get('/api/v1/agreed-wordings')).body as AgreedView[];
      expect(list).toMatchObject([{ id: written.id, standing: 'valid' }]);
    });
    it('are not approved by their author, twice by one, by administration, or by a hash of before', async () => {
      const mine = await write(pia);
      expect((await approve(pia, 'pr', mine)).body).toMatchObject({ code: 'author-approves' });
      const theirs = await write(anna);
      expect((await approve(anna, 'pr', theirs)).body).toMatchObject({
        code: 'approval-role-needed',
      });
      expect((await approve(adam, 'pr', theirs)).status).toBe(403);
      expect((await approve(pia, 'pr', theirs)).status).toBe(200);
      expect((await approve(pia, 'pr', theirs)).body).toMatchObject({ code: 'approved-already' });
      const path = `/api/v1/agreed-wordings/${theirs.id}/versions`;
      const stale = await anna.post(path, { base: 1, ...version() });
      expect(stale.body).toMatchObject({ code: 'changed-meanwhile' });
      const next = await anna.post(path, { base: 2, ...version(`${text} Danke.`) });
      expect(next.body).toMatchObject({ version: 2, approvals: [], standing: 'waiting' });
      expect((await approve(rolf, 'legal', theirs)).body).toMatchObject({
        code: 'wording-changed',
      });
    });
    it('ask for a proof of who approves that is not old', async () => {
      const written = await write(anna);
      app.clock.advance(DAY_MS / 2);
      const answer = await approve(pia, 'pr', written);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([
        403,
        'proof-needed',
      ]);
      expect((await approve(anna, 'pr', written)).body).toMatchObject({
        code: 'approval-role-needed',
      });
    });
    it('go back with a comment, and are withdrawn with a reason', async () => {
      const { id } = await write(anna);
      const path = `/api/v1/agreed-wordings/${id}`;
      const back = await pia.post(`${path}/return`, { base: 1, role: 'pr', comment: 'kürzer' });
      expect(back.body).toMatchObject({ standing: 'returned', returned: { comment: 'kürzer' } });
      expect((await anna.post(`${path}/withdraw`, { reason: 'weg' })).status).toBe(403);
      expect((await pia.post(`${path}/withdraw`, { reason: '' })).status).toBe(400);
      const gone = await pia.post(`${path}/withdraw`, { reason: 'überholt' });
      expect(gone.body).toMatchObject({ standing: 'withdrawn' });
      const again = await pia.post(`${path}/withdraw`, { reason: 'überholt' });
      expect(again.body).toMatchObject({ code: 'already-so' });
    });
    it('expire by themselves', async () => {
      const list = async () =>
        ((await anna.get('/api/v1/agreed-wordings')).body as AgreedView[]).map(
          (one) => one.standing,
        );
      expect(await list()).toContain('valid');
      app.clock.advance(91 * DAY_MS);
      anna = await app.signedIn('Annika', [{ role: 'community', brandId }]);
      expect(new Set(await list())).toEqual(new Set(['expired', 'withdrawn']));
    });
    it('are not seen by another brand, and refused where a text must be mended first', async () => {
      const admin = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
      const made = await admin.post('/api/v1/brands', { name: 'Südwind' });
      const south = (made.body as { id: number }).id;
      const sven = await app.signedIn('Sven', [{ role: 'pr', brandId: south }]);
      expect((await sven.get('/api/v1/agreed-wordings')).body).toEqual([]);
      expect((await sven.get('/api/v1/agreed-wordings/1')).status).toBe(404);
      const wrong = await sven.post('/api/v1/agreed-wordings', {
        brandId: south,
        ...version('Nur {fact}'),
      });
      expect(wrong.body).toMatchObject({ code: 'wording-blocked', params: { rule: 'only-gaps' } });
    });
  });
});
