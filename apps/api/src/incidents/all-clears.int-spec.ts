import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AllClearNews } from '@sturmwarte/contracts';
import { IncidentHouse, type Colleague } from '../testing/incident-house.js';

describe('somebody who was away when the all-clear came', () => {
  let house: IncidentHouse;
  let lea: Colleague;
  let uwe: Colleague; // service: sees the board, enters no incident unasked
  let id: number;
  const news = async (of: Colleague) =>
    (await of.browser.get('/api/v1/incidents/all-clears')).body as AllClearNews[];
  const clear = { type: 'give-all-clear', note: 'ruhig', reason: 'Falschmeldung' };

  beforeAll(async () => {
    house = await IncidentHouse.start();
    lea = await house.colleague('Lea', 'lead');
    uwe = await house.colleague('Uwe', 'service');
    await house.storm();
    id = (await house.open(lea)).id;
  }, 90_000);
  afterAll(() => house.app.close());

  it('hears of it at the next sign-in, by title only if they may enter', async () => {
    expect(await news(lea)).toEqual([]);
    house.app.clock.advance(1_000);
    await house.done(lea, id, clear);
    const number = expect.stringMatching(/^L-\d{4}-001$/);
    expect(await news(lea)).toMatchObject([{ incidentId: id, number, title: 'Nordlicht Akku' }]);
    expect(await news(uwe)).toMatchObject([{ incidentId: id, number, title: null }]);
  });

  it('hears of it once, and not again on another device', async () => {
    const [first] = await news(lea);
    const told = { until: first?.at };
    expect((await lea.browser.post('/api/v1/incidents/all-clears/told', told)).status).toBe(204);
    expect(await news(lea)).toEqual([]);
    expect(await news(uwe)).toHaveLength(1);
  });

  it('does not hear of what was opened again, and hears of its second end', async () => {
    await house.done(lea, id, { type: 'reopen', reason: 'neue Bilder' });
    expect(await news(uwe)).toEqual([]);
    house.app.clock.advance(60_000);
    await house.done(lea, id, clear);
    expect(await news(lea)).toHaveLength(1);
  });

  it('cannot say to have been told of the future', async () => {
    const until = '2999-01-01T00:00:00Z';
    await lea.browser.post('/api/v1/incidents/all-clears/told', { until });
    house.app.clock.advance(60_000);
    await house.done(lea, id, { type: 'reopen', reason: 'noch einmal' });
    await house.done(lea, id, clear);
    expect(await news(lea)).toHaveLength(1);
  });

  it('hears nothing of other brands, nor of what ended before they came', async () => {
    const brand = await house.app.db.pool.query<{ id: number }>(
      `insert into brand (name) values ('Anders') returning id`,
    );
    const vera = await house.app.signedIn('Vera', [
      { role: 'pr', brandId: brand.rows[0]?.id ?? 0 },
    ]);
    expect((await vera.get('/api/v1/incidents/all-clears')).body).toEqual([]);
    house.app.clock.advance(60_000);
    expect(await news(await house.colleague('Neu', 'lead'))).toEqual([]);
  });
});
