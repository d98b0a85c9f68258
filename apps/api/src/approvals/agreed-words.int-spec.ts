import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@sturmwarte/contracts';
import type { BoundVariant, Statement, Variant } from '@sturmwarte/domain';
import {
  agreedWording,
  AgreedWordingRepository,
  ExitRepository,
  wordingHash,
} from '@sturmwarte/store';
import { IncidentHouse, TEST_PASSWORD, type Colleague } from '../testing/index.js';

const KEY = { channel: 'website', language: 'de' } as const;

describe('words of an incident that were agreed beforehand', () => {
  let house: IncidentHouse;
  let mia: Colleague; // community
  let lea: Colleague; // lead
  let incident: IncidentView;
  let id: number;

  beforeAll(async () => {
    house = await IncidentHouse.start();
    mia = await house.colleague('Mia', 'community');
    lea = await house.colleague('Lea', 'lead');
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
  const text = 'Wir melden uns um {nextUpdate} Uhr.';
  const filled = 'Wir melden uns um 15:00 Uhr.';
  let agreed: number;
  let exit: number;

  beforeAll(async () => {
    const { db, clock } = house.app;
    const wordings = new AgreedWordingRepository(db);
    const at = new Date(clock.now()).toISOString();
    const hash = wordingHash({ ...KEY, text, attachments: [] });
    const approved = (role: 'pr' | 'legal') => ({
      ...({ type: 'approved', version: 1, role, proof: 'password' } as const),
      variants: [{ ...KEY, hash }],
    });
    const values = { brandId: house.watched.brandId, name: 'Newsroom', settings: null };
    await db.transaction(async (tx) => {
      const written = {
        ...({ type: 'written', title: 'Nächste Worte', note: '' } as const),
        use: { purpose: 'holding', levelFrom: 0, levelTo: 6, playbooks: [] } as const,
        variants: [{ ...KEY, text, hash }],
        validUntil: new Date(clock.now() + 86_400_000).toISOString(),
      };
      const begun = await wordings.begin(null, written, at, { id: 90, name: 'Anna' }, tx);
      const once = await wordings.append(
        ...([begun, approved('pr'), at, { id: 91, name: 'B' }, tx] as const),
      );
      await wordings.append(once, approved('legal'), at, { id: 92, name: 'C' }, tx);
      agreed = begun.id;
      const more = {
        kind: 'sandbox',
        channels: ['website'],
        secrets: null,
        active: true,
      } as const;
      exit = (await new ExitRepository(db).create({ ...values, ...more }, tx)).id;
    });
    await house.done(lea, incident.id, {
      ...{ type: 'override-level', level: 2, reason: 'ruhig' },
    });
  });

  const begin = async (text: string): Promise<Variant> => {
    const from = { id: agreed, values: { nextUpdate: '15:00' } };
    const { entries } = await house.done(mia, incident.id, {
      ...{ type: 'draft-statement', title: 'Agreed', purpose: 'holding' },
      variants: [{ ...KEY, text, agreed: from }],
    });
    id = entries[0]?.seq ?? 0;
    return (await words()).variant;
  };
  const prepare = async () => ({
    ...{ type: 'prepare-publication', statement: id, ...(await bound()), exit },
    plannedFor: new Date(house.app.clock.now() + 3_600_000).toISOString(),
  });
  const prove = () =>
    mia.browser.post('/api/v1/proof', { method: 'password', password: TEST_PASSWORD });

  it('are called agreed by the server alone, and only word for word', async () => {
    expect((await begin(filled)).versions[0]?.agreed).toMatchObject({
      ...{ id: agreed, version: 1, title: 'Nächste Worte' },
    });
    expect((await begin(`${filled} Bestimmt.`)).versions[0]?.agreed).toBeNull();
  });

  it('leave without anybody at level 2, until they are withdrawn', async () => {
    await prove();
    await begin(`${filled} Bestimmt.`);
    expect((await house.ask(mia, incident.id, await prepare())).body).toMatchObject({
      code: 'approval-not-asked',
    });
    await begin(filled);
    expect((await house.ask(mia, incident.id, await prepare())).status).toBe(200);
    await begin(filled);
    const { db, clock } = house.app;
    await db.transaction(async (tx) => {
      const wording = await agreedWording(agreed, tx);
      if (wording === null) throw new Error('nothing agreed');
      const at = new Date(clock.now()).toISOString();
      const gone = { type: 'withdrawn', reason: 'veraltet' } as const;
      await new AgreedWordingRepository(db).append(wording, gone, at, { id: 90, name: 'A' }, tx);
    });
    expect((await house.ask(mia, incident.id, await prepare())).body).toMatchObject({
      code: 'agreed-expired',
      params: { title: 'Nächste Worte' },
    });
  });
});
