import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { anIncident } from '@sturmwarte/domain/testing';
import type { KeptRoom } from './kept-room.js';
import {
  dropTick,
  eraseOffline,
  keepRoom,
  keepTick,
  keptRoom,
  keptTicks,
} from './offline-store.js';
import { mayWait, type WaitingTick } from './waiting-tick.js';

const ANNA = 1;
const BEN = 2;
const aRoom = (incidentId: number, over: Partial<KeptRoom> = {}): KeptRoom => ({
  ...{ incidentId, personId: ANNA, savedAt: incidentId, playbooks: [] },
  detail: { id: incidentId, incident: anIncident(), entries: [] },
  ...over,
});
const aTick = (personId: number, step: string): Omit<WaitingTick, 'id'> => ({
  ...{ personId, incidentId: 7, seen: 3, at: 1_000 },
  order: { type: 'finish-step', run: 2, step },
});

describe('what a device keeps of incidents', () => {
  beforeEach(() => eraseOffline());

  it('is the room as somebody saw it last, for that person only', async () => {
    await keepRoom(aRoom(7));
    await keepRoom(aRoom(7, { savedAt: 99 }));
    expect(await keptRoom(7, ANNA)).toMatchObject({ savedAt: 99, detail: { id: 7 } });
    expect(await keptRoom(7, BEN)).toBeNull();
    expect(await keptRoom(8, ANNA)).toBeNull();
  });

  it('is no more than the twenty rooms visited last', async () => {
    for (let id = 1; id <= 23; id += 1) await keepRoom(aRoom(id));
    expect(await keptRoom(3, ANNA)).toBeNull();
    expect(await keptRoom(4, ANNA)).not.toBeNull();
    expect(await keptRoom(23, ANNA)).not.toBeNull();
  });

  it('holds ticks in their order until they are settled', async () => {
    const first = await keepTick(aTick(ANNA, 'K1'));
    await keepTick(aTick(ANNA, 'K2'));
    await keepTick(aTick(BEN, 'K3'));
    expect((await keptTicks(ANNA)).map(({ order }) => order.step)).toEqual(['K1', 'K2']);
    await dropTick(first.id);
    expect((await keptTicks(ANNA)).map(({ order }) => order.step)).toEqual(['K2']);
  });

  it('is gone with the sign-out, and for the next person who signs in', async () => {
    await keepRoom(aRoom(7));
    await keepTick(aTick(ANNA, 'K1'));
    await eraseOffline(ANNA);
    expect(await keptRoom(7, ANNA)).toBeNull();
    expect(await keptTicks(ANNA)).toHaveLength(1);
    await eraseOffline(BEN);
    expect(await keptTicks(ANNA)).toEqual([]);
  });
});

describe('what may wait for the connection', () => {
  it('is beginning a step and ticking one that asks for nothing; never a decision or a clock', () => {
    expect(mayWait({ type: 'start-step', run: 2, step: 'K1' })).toBe(true);
    expect(mayWait({ type: 'finish-step', run: 2, step: 'K1', inputs: {} })).toBe(true);
    expect(mayWait({ type: 'finish-step', run: 2, step: 'K2', inputs: { link: 'x' } })).toBe(false);
    const step = { run: 2, step: 'K10', option: 'stop', reason: 'weil' };
    expect(mayWait({ type: 'decide-step', ...step })).toBe(false);
    expect(mayWait({ type: 'list-clock', clock: 'DSGVO-33' })).toBe(false);
    expect(mayWait({ type: 'decide-request', request: 4, option: 'a', reason: null })).toBe(false);
  });
});
