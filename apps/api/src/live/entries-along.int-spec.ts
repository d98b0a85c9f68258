import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntriesAlong } from '@sturmwarte/contracts';
import {
  eventually,
  IncidentHouse,
  openConsole,
  type Colleague,
  type OpenConsole,
} from '../testing/index.js';

describe('entries of a journal that come along with the wire', () => {
  let house: IncidentHouse;
  let lea: Colleague; // lead
  let quirin: Colleague; // quality: enters by a seat only
  let id: number;
  const open: OpenConsole[] = [];

  beforeAll(async () => {
    house = await IncidentHouse.start();
    lea = await house.colleague('Lea', 'lead');
    quirin = await house.colleague('Quirin', 'quality');
    await house.storm();
    id = (await house.open(lea)).id;
  }, 90_000);
  afterAll(async () => {
    open.forEach((console) => console.close());
    await house.app.close();
  });

  async function listening({ browser }: Colleague) {
    const console = await openConsole(house.app.url, browser);
    open.push(console);
    const along: EntriesAlong[] = [];
    const order: string[] = [];
    console.socket.on('entries', (one) => {
      along.push(one);
      order.push('entries');
    });
    console.socket.on('message', ({ body }) => {
      if (body.type === 'incident') order.push('number');
    });
    await console.resume([]);
    return { along, order };
  }
  const write = (text: string) =>
    house.done(lea, id, { type: 'write-entry', kind: 'note', text, source: null });

  it('reach whoever may enter, ahead of their number, and nobody else', async () => {
    const [hers, his] = [await listening(lea), await listening(quirin)];
    const { entries } = await write('Wir prüfen.');
    await eventually(() => (hers.order.length >= 2 ? true : undefined));
    expect(hers.order).toEqual(['entries', 'number']);
    expect(hers.along).toEqual([{ incidentId: id, entries }]);
    // He sees the brand, hence hears the number; what it is about is not for him.
    await eventually(() => (his.order.includes('number') ? true : undefined));
    expect(his.along).toEqual([]);
    const seat = { type: 'assign-role', role: 'quality', person: { id: quirin.id } };
    await house.done(lea, id, seat);
    await write('Quirin ist da.');
    await eventually(() => (his.along.length >= 2 ? true : undefined));
    expect(JSON.stringify(his.along)).not.toContain('Wir prüfen.');
  });
});
