import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentDetail } from '@sturmwarte/contracts';
import type { JournalEntry, Role } from '@sturmwarte/domain';
import { releaseFault } from '@sturmwarte/domain/testing';
import { IncidentRepository, verifyStored, type JournalFault } from '@sturmwarte/store';
import { testDatabase } from '@sturmwarte/store/testing';
import fc from 'fast-check';
import { Crew, CREW_ROLES } from '../testing/index.js';

/** More on demand; a new seed each time, named when it fails. */
const ROUNDS = Number(process.env['STURMWARTE_RACE_ROUNDS'] ?? 60);
const SEED = Number(process.env['STURMWARTE_RACE_SEED'] ?? Date.now() % 1_000_000);
const AT_ONCE = 6;

const NAMES = Object.keys(CREW_ROLES);
const KEYS = [
  { channel: 'website', language: 'de' },
  { channel: 'website', language: 'en' },
] as const;

type Move = readonly [kind: number, who: number, what: number, server: number];

describe(`in ${ROUNDS} rounds of everything at once on two servers (seed ${SEED})`, () => {
  let crew: Crew;
  let id: number;
  let statement: number;

  beforeAll(async () => {
    crew = new Crew(await testDatabase());
    await crew.open();
    const mia = crew.browser('Mia', 0);
    const { brandId } = crew;
    const opened = await mia.post('/api/v1/incidents', { title: 'Nordlicht Akku', brandId });
    id = (opened.body as { id: number }).id;
  }, 120_000);
  afterAll(() => crew.close());

  const room = async (): Promise<IncidentDetail> =>
    (await crew.browser('Lea', 0).get(`/api/v1/incidents/${id}`)).body as IncidentDetail;

  const ask = (name: string, order: object) =>
    crew.browser(name, 0).post(`/api/v1/incidents/${id}/commands`, { seen: 1_000_000, order });

  /** New words, taken the right way as far as the moment allows: people who wrote too much cannot approve. */
  const begin = async (): Promise<void> => {
    const variants = KEYS.map((key) => ({ ...key, text: `Erste Worte ${key.language}.` }));
    const draft = { type: 'draft-statement', title: 'Erste Worte', purpose: 'holding', variants };
    const drafted = await ask('Mia', draft);
    statement = (drafted.body as { entries: JournalEntry[] }).entries[0]?.seq ?? 0;
    const { incident } = await room();
    const words = incident.statements.find((one) => one.id === statement);
    const both = KEYS.map((key, index) => ({ ...key, hash: hashOf(words?.variants[index], 1) }));
    await ask('Mia', { type: 'ask-approval', statement, variants: both, note: null });
    await ask('Paul', { type: 'approve-wording', statement, role: 'pr', variants: both });
    const saidAt = new Date(crew.clock.now()).toISOString();
    const said = { link: 'https://example.org/1', saidAt, ...both[0] };
    await ask('Lea', { type: 'publish-by-hand', statement, ...said });
  };

  /** What somebody asks, from what was on screen before the others moved. */
  function orderOf([kind, , what]: Move, { incident }: IncidentDetail): object {
    const words = incident.statements.find((one) => one.id === statement);
    const bound = KEYS.map((key) => {
      const variant = words?.variants.find(({ language }) => language === key.language);
      return { ...key, version: variant?.versions.length ?? 0, hash: hashOf(variant, what) };
    }).map(({ version, ...one }) => ({ one, version }));
    const { one, version } = bound[what % 2] as (typeof bound)[number];
    const both = bound.map((text) => text.one);
    const person = (index: number): { id: number; name: string } => {
      const name = NAMES[index % NAMES.length] as string;
      return { id: crew.ids.get(name) ?? 0, name };
    };
    const role = (['pr', 'legal', 'board', 'pr'] as const)[what % 4];
    const reason = 'weil';
    const orders: readonly (() => object)[] = [
      () => ({
        ...{ type: 'write-variant', statement, base: version, channel: one.channel },
        ...{ language: one.language, text: `Worte ${what} nach ${version}.` },
      }),
      () => ({ type: 'ask-approval', statement, variants: both, note: null }),
      () => ({ type: 'ask-approval', statement, variants: [one], note: null }),
      ...Array.from({ length: 7 }, () => () => ({
        ...{ type: 'approve-wording', statement, role },
        variants: what % 3 === 0 ? both : [one],
      })),
      () => ({ type: 'return-wording', statement, role, comment: reason, ...one }),
      () => ({ type: 'recall-wording', statement, reason, ...one }),
      () => ({
        ...{ type: 'assign-role', role, person: person(what) },
        deputy: what % 5 === 0 ? null : person(what + 3),
      }),
      () => ({ type: 'vacate-role', role, reason }),
      () => ({ type: 'say-reachable', reachable: what % 2 === 0, note: null }),
      () => ({ type: 'override-level', level: what % 7, reason }),
      () => ({ type: 'set-impact', impact: ['A', 'B', 'C'][what % 3], reason }),
      ...Array.from({ length: 3 }, () => () => ({
        ...{ type: 'prepare-publication', statement, exit: crew.exitId, ...one },
      })),
      ...Array.from({ length: 3 }, () => () => ({
        ...{ type: 'publish-by-hand', statement, link: 'https://example.org/1', ...one },
        saidAt: new Date(crew.clock.now()).toISOString(),
      })),
    ];
    return (orders[kind % orders.length] as () => object)();
  }

  it('nothing is let out that the required people have not approved', async () => {
    const moves = fc.sample(
      fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(1)), {
        ...{ minLength: AT_ONCE, maxLength: AT_ONCE },
      }),
      { numRuns: ROUNDS, seed: SEED },
    );
    const statuses = new Set<number>();
    for (const [round, together] of moves.entries()) {
      if (round % 6 === 0) await begin();
      const seen = await room();
      const answers = together.map(async (move) => {
        const [kind, who, what, server] = move;
        const browser = crew.browser(NAMES[who % NAMES.length] as string, server);
        if (kind % 29 === 28) {
          const path = `/api/v1/brands/${crew.brandId}/posting-stop${what % 3 === 0 ? '' : '/lift'}`;
          return browser.post(path, { reason: 'Halt' });
        }
        const order = orderOf(move, seen);
        const path = `/api/v1/incidents/${id}/commands`;
        return browser.post(path, { seen: seen.incident.version, order });
      });
      for (const { status, body } of await Promise.all(answers)) {
        statuses.add(status);
        // A refusal names its reason; nothing breaks because others moved at the same time.
        if (status >= 500) throw new Error(`round ${round}: ${status} ${JSON.stringify(body)}`);
        if (status === 400) throw new Error(`round ${round}: not an order ${JSON.stringify(body)}`);
      }
      if (round % 4 === 3) crew.clock.advance(((round % 9) + 1) * 60_000);
      if (round === Math.floor(ROUNDS / 2)) await crew.restart();
    }
    expect(statuses.has(200)).toBe(true);

    const entries = await new IncidentRepository(crew.db).entriesAfter(id, 0, 100_000);
    const holds = (person: number, role: Role): boolean => {
      const name = NAMES.find((one) => crew.ids.get(one) === person);
      return name !== undefined && (CREW_ROLES[name]?.includes(role) ?? false);
    };
    let out = 0;
    for (const [index, { event }] of entries.entries()) {
      if (event.type !== 'publication-sending' && event.type !== 'published-by-hand') continue;
      out++;
      const { missing } = releaseFault(entries.slice(0, index), event, false, { holds });
      expect({ seq: index + 1, missing }).toEqual({ seq: index + 1, missing: null });
    }
    // Else the sentence above means nothing.
    expect(out).toBeGreaterThan(0);
    const faults: JournalFault[] = [];
    for await (const { entries } of verifyStored(crew.db, (_, fault) => faults.push(fault))) {
      expect(entries).toBeGreaterThan(0);
    }
    expect(faults).toEqual([]);
  }, 600_000);
});

/** Mostly the text as it was on screen, at times the one before. */
function hashOf(
  variant: { readonly versions: readonly { readonly hash: string }[] } | undefined,
  what: number,
): string {
  const versions = variant?.versions ?? [];
  return (versions.at(what % 9 === 0 ? -2 : -1) ?? versions.at(-1))?.hash ?? 'a'.repeat(64);
}
