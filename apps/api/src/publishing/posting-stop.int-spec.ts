import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailHouse, Newsroom } from '@sturmwarte/connectors/testing';
import type { PostingStatus, PostingStopped } from '@sturmwarte/contracts';
import fc from 'fast-check';
import type { Principal } from '../common/principal.js';
import { eventually, PublishingHouse } from '../testing/index.js';
import { PostingStopService } from './posting-stop.service.js';
import { Reconciler } from './reconciler.js';
import { Sender } from './sender.js';
import { StopTeller } from './stop-teller.js';

const SERVERS = 3;
const RUNS = Number(process.env['POSTING_STOP_RUNS'] ?? 12);
const PEOPLE = Array.from({ length: 6 }, (_, n) => `person${n}@presse.example`);

describe('a posting stop', () => {
  let house: PublishingHouse;
  let newsroom: Newsroom;
  let mails: MailHouse;
  let web: number;
  let press: number;
  let incident: number;

  beforeAll(async () => {
    house = await PublishingHouse.start(SERVERS);
    for (const { nest } of house.servers) {
      nest.get(Reconciler).pace = { pausesMs: [100], most: 3, absences: 2, quietMs: 500 };
    }
    [newsroom, mails] = await Promise.all([Newsroom.open(), MailHouse.open()]);
    web = await house.newsroomExit(newsroom);
    press = await house.pressExit(mails, PEOPLE);
  }, 120_000);
  afterAll(() => Promise.all([house.close(), newsroom.close(), mails.close()]));
  beforeEach(async () => {
    incident = await house.incident();
    newsroom.mood = { kind: 'answers', status: 201 };
    mails.mood = {};
  });
  afterEach(async () => {
    const { stop } = await stops().status(house.lead, house.brandId);
    if (stop !== null) await lift();
    await Promise.all(house.servers.map(({ nest }) => nest.get(Sender).settled()));
  });

  const stops = (server = 0) => house.servers[server]!.nest.get(PostingStopService);
  const stop = (server = 0): Promise<PostingStopped> =>
    stops(server).stop(house.lead, house.brandId, 'Falsche Zahl im Text');
  const lift = (server = 0): Promise<PostingStatus> =>
    stops(server).lift(house.lead, house.brandId, 'Zahl geprüft');
  const becomes = (id: number, ...states: string[]) =>
    eventually(async () => {
      const found = await house.publication(incident, id);
      return states.includes(found.state) && found;
    });
  const out = () => newsroom.calls.length + mails.mails.length;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('holds what is prepared and what is prepared later, says so everywhere, and lets go with a reason', async () => {
    const before = out();
    const plannedFor = new Date(Date.now() + 400).toISOString();
    const planned = await house.prepare(incident, web, { plannedFor });
    const answer = await stop();
    const held = answer.held.find(({ publication }) => publication === planned);
    expect(held?.incidentTitle).toBe('Nordlicht Akku');
    const later = await house.prepare(incident, web);
    const opened = await house.incident();
    await pause(2_000);
    expect(out()).toBe(before);
    await house.servers[1]!.nest.get(StopTeller).tick();
    expect(await house.said(incident)).toContain('posting-stopped');
    expect(await house.said(opened)).toContain('posting-stopped');
    const status = await lift(2);
    expect(status).toMatchObject({ stop: null, history: [{ kind: 'resume' }, { kind: 'stop' }] });
    await becomes(planned, 'confirmed');
    await becomes(later, 'confirmed');
    expect((await house.said(opened)).at(-1)).toBe('posting-resumed');
  });

  it('pressed by two people at once stands once, and both are told', async () => {
    const answers = await Promise.all([stop(0), stop(1), stop(2)]);
    expect(new Set(answers.map(({ stop }) => stop.id)).size).toBe(1);
    await lift();
    await expect(lift()).rejects.toMatchObject({ code: 'posting-not-stopped' });
  });

  it('breaks off what hangs, within seconds, and says that nobody knows', async () => {
    newsroom.mood = { kind: 'silent' };
    const slow = await house.newsroomExit(newsroom, { readBack: false, timeoutSeconds: 30 });
    const calls = newsroom.calls.length;
    const id = await house.prepare(incident, slow);
    await eventually(() => newsroom.calls.length > calls);
    const from = performance.now();
    const answer = await stop(1);
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(answer.unknown.map(({ publication }) => publication)).toContain(id);
    await becomes(id, 'unknown');
  });

  it('ends a press list between two recipients', async () => {
    mails.mood = { slowMs: 700 };
    const before = mails.mails.length;
    const id = await house.prepare(incident, press);
    await eventually(() => mails.mails.length > before);
    await stop(2);
    const count = mails.mails.length - before;
    expect(count).toBeLessThan(PEOPLE.length);
    await becomes(id, 'confirmed', 'unknown');
    await pause(1_500);
    expect(mails.mails.length - before).toBe(count);
  });

  it('is for those on duty; lifting it is for lead and PR', async () => {
    const as = (role: 'community' | 'legal'): Principal => ({
      ...house.lead,
      grants: [{ role, brandId: house.brandId }],
    });
    const { brandId } = house;
    await expect(stops().stop(as('legal'), brandId, 'x')).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await stops().stop(as('community'), brandId, 'x');
    await expect(stops().lift(as('community'), brandId, 'x')).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it(
    'after its acknowledgement nothing leaves, however things fall',
    async () => {
      const moods: (typeof newsroom.mood)[] = [
        ...([
          { kind: 'answers', status: 201 },
          { kind: 'slow', ms: 120 },
        ] as const),
        ...([{ kind: 'slow', ms: 900 }, { kind: 'silent' }] as const),
      ];
      const round = fc.record({
        publications: fc.array(
          fc.record({
            web: fc.boolean(),
            server: fc.nat(SERVERS - 1),
            afterMs: fc.nat(150),
            plannedInMs: fc.option(fc.nat(400), { nil: null }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        mood: fc.constantFrom(...moods),
        mailSlowMs: fc.constantFrom(0, 40, 200),
        stopAfterMs: fc.nat(300),
        stopper: fc.nat(SERVERS - 1),
        lifter: fc.nat(SERVERS - 1),
      });
      await fc.assert(
        fc.asyncProperty(round, async (drawn) => {
          newsroom.mood = drawn.mood;
          mails.mood = { slowMs: drawn.mailSlowMs };
          const here = await house.incident();
          const preparing = drawn.publications.map(async (one) => {
            await pause(one.afterMs);
            const plannedFor =
              one.plannedInMs === null
                ? null
                : new Date(Date.now() + one.plannedInMs).toISOString();
            const server = house.servers[one.server]!;
            await house.prepare(here, one.web ? web : press, { plannedFor }, server);
          });
          await pause(drawn.stopAfterMs);
          await stop(drawn.stopper);
          const acknowledged = out();
          await Promise.all(preparing);
          await pause(900);
          expect(out()).toBe(acknowledged);
          newsroom.mood = { kind: 'answers', status: 201 };
          mails.mood = {};
          await lift(drawn.lifter);
          await pause(200);
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      // Whatever was drawn: nothing was ever sent twice.
      const keys = newsroom.calls.map(({ headers }) => headers['webhook-id']);
      expect(new Set(keys).size).toBe(keys.length);
      const ids = mails.mails.map(
        ({ raw, to }) => /^Message-ID:\s*(<[^>]+>)/im.exec(raw.toString())?.[1] ?? to,
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(keys.length + ids.length).toBeGreaterThan(0);
    },
    60_000 + RUNS * 25_000,
  );
});
