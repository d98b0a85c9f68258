import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../errors.js';
import type { Grant, Role } from '../roles.js';
import { isAgreed, standingOfAgreed, variantOf } from './agreed-standing.js';
import type { AgreedEntry, AgreedRole, AgreedVariant, AgreedWording } from './agreed-wording.js';
import { decideAgreed, type AgreedAsker, type AgreedCommand } from './decide-agreed.js';
import { evolveAgreed, foldAgreed } from './evolve-agreed.js';

const BRAND = 7;
const START = Date.parse('2026-11-30T08:00:00.000Z');
const at = (days: number): string => new Date(START + days * 86_400_000).toISOString();
const grant = (role: Role, brandId: number | null = BRAND): Grant => ({ role, brandId });
const person = (id: number, ...grants: Grant[]): AgreedAsker => ({ id, name: `P${id}`, grants });
const anna = person(1, grant('community'));
const pia = person(2, grant('pr'));
const rolf = person(3, grant('legal'));
const adam = person(4, grant('admin', null));

const text = (words: string, language: 'de' | 'en' = 'de'): AgreedVariant => ({
  ...{ channel: 'website', language, hash: `hash of ${language} ${words}` },
  text: `Wir haben die Hinweise gesehen und melden uns um {nextUpdate} Uhr wieder. ${words}`,
});
const write = (over: Partial<Extract<AgreedCommand, { type: 'write' }>> = {}): AgreedCommand => ({
  ...{ type: 'write', base: 0, title: 'Erste Worte', note: 'neu', validUntil: at(90) },
  use: { purpose: 'holding', levelFrom: 2, levelTo: 5, playbooks: [] },
  variants: [text('A')],
  ...over,
});
const approve = (role: AgreedRole, variants = [text('A')]): AgreedCommand => ({
  ...{ type: 'approve', role, proof: 'password' },
  variants: variants.map(({ channel, language, hash }) => ({ channel, language, hash })),
});

/** A history told step by step; a refused step changes nothing and is remembered. */
function tell(...steps: [AgreedAsker, AgreedCommand, number?][]) {
  let wording: AgreedWording | null = null;
  let refused: DomainError | null = null;
  const entries: AgreedEntry[] = [];
  for (const [asker, command, day = 0] of steps) {
    refused = null;
    try {
      const event = decideAgreed(wording, BRAND, command, asker, at(day));
      const { id, name } = asker;
      const entry = { seq: entries.length + 1, at: at(day), by: { id, name }, event };
      entries.push(entry);
      wording = evolveAgreed(wording, entry, { id: 1, brandId: BRAND });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused = error;
    }
  }
  return { wording, code: refused?.code ?? null, entries };
}
const agreed = (wording: AgreedWording | null, day = 1, language: 'de' | 'en' = 'de') =>
  wording !== null && isAgreed(wording, { channel: 'website', language }, at(day));

describe('words that lie ready', () => {
  it('count once PR and legal have both said yes, until they expire', () => {
    const { wording } = tell([anna, write()], [pia, approve('pr')], [rolf, approve('legal')]);
    expect(agreed(wording)).toBe(true);
    expect(wording && standingOfAgreed(wording, at(1))).toBe('valid');
    expect(agreed(wording, 90)).toBe(false);
    expect(wording && standingOfAgreed(wording, at(90))).toBe('expired');
  });
  it('do not count with one yes', () => {
    expect(agreed(tell([anna, write()], [rolf, approve('legal')]).wording)).toBe(false);
  });
  it('are not approved by whoever wrote any version of them', () => {
    expect(tell([pia, write()], [pia, approve('pr')]).code).toBe('author-approves');
    const later = write({ base: 1, variants: [text('B')] });
    expect(tell([pia, write()], [anna, later], [pia, approve('pr', [text('B')])]).code).toBe(
      'author-approves',
    );
  });
  it('are not approved twice by one person who holds both roles', () => {
    const both = person(5, grant('pr'), grant('legal'));
    const told = tell([anna, write()], [both, approve('pr')], [both, approve('legal')]);
    expect(told.code).toBe('approved-already');
    expect(agreed(told.wording)).toBe(false);
  });
  it('are not approved by administration, by another brand, or by another role', () => {
    expect(tell([anna, write()], [adam, approve('pr')]).code).toBe('admin-approves');
    const stranger = person(6, grant('pr', 8));
    expect(tell([anna, write()], [stranger, approve('pr')]).code).toBe('approval-role-needed');
    expect(tell([anna, write()], [pia, approve('legal')]).code).toBe('approval-role-needed');
  });
  it('lose every approval with an edit, and an approval of the old text is refused', () => {
    const edit = write({ base: 3, variants: [text('B')] });
    const told = tell(
      [anna, write()],
      [pia, approve('pr')],
      [rolf, approve('legal')],
      [anna, edit],
      [rolf, approve('legal')],
    );
    expect(told.code).toBe('wording-changed');
    expect(agreed(told.wording)).toBe(false);
    expect(told.wording).toMatchObject({ version: 2, approvals: [] });
  });
  it('are not edited over what somebody has not seen', () => {
    const told = tell([anna, write()], [pia, approve('pr')], [anna, write({ base: 1 })]);
    expect(told.code).toBe('changed-meanwhile');
  });
  it('are approved language by language', () => {
    const variants = [text('A'), text('A', 'en')];
    const { wording } = tell(
      [anna, write({ variants })],
      [pia, approve('pr', variants)],
      [rolf, approve('legal', variants.slice(0, 1))],
    );
    expect([agreed(wording), agreed(wording, 1, 'en')]).toEqual([true, false]);
    expect(wording && standingOfAgreed(wording, at(1))).toBe('waiting');
  });
  it('are withdrawn for good, by PR or legal, with a reason', () => {
    const withdraw: AgreedCommand = { type: 'withdraw', reason: 'überholt' };
    const ready = [
      [anna, write()],
      [pia, approve('pr')],
      [rolf, approve('legal')],
    ] satisfies [AgreedAsker, AgreedCommand][];
    const told = tell(...ready, [pia, withdraw], [rolf, approve('legal')]);
    expect([agreed(told.wording), told.code]).toEqual([false, 'already-so']);
    expect(tell(...ready, [anna, withdraw]).code).toBe('not-allowed');
    expect(tell(...ready, [pia, { type: 'withdraw', reason: ' ' }]).code).toBe('reason-missing');
  });
  it('go back to their author with a comment', () => {
    const back: AgreedCommand = { type: 'return', base: 1, role: 'pr', comment: 'kürzer' };
    const { wording } = tell([anna, write()], [pia, back]);
    expect(wording && standingOfAgreed(wording, at(1))).toBe('returned');
  });
  it.each([
    ['without a title', { title: ' ' }, 'invalid-input'],
    ['for longer than a year', { validUntil: at(400) }, 'invalid-input'],
    ['already expired', { validUntil: at(-1) }, 'invalid-input'],
    ['without a text', { variants: [] }, 'invalid-input'],
    ['with two texts for one place', { variants: [text('A'), text('B')] }, 'invalid-input'],
    [
      'with a gap nobody fills',
      { variants: [{ ...text('A'), text: 'Wir prüfen {1 2}.' }] },
      'wording-blocked',
    ],
    [
      'of nothing but gaps',
      { variants: [{ ...text('A'), text: 'Hinweis: {fact}' }] },
      'wording-blocked',
    ],
    [
      'too long for the place',
      { variants: [{ ...text('x'.repeat(300)), channel: 'x' as const }] },
      'wording-blocked',
    ],
  ])('are not written %s', (_, over, code) => {
    expect(tell([anna, write(over)]).code).toBe(code);
  });
  it('are not written by somebody who only keeps the log', () => {
    expect(tell([person(9, grant('keeper')), write()]).code).toBe('not-allowed');
  });
  it('are the same when their history is read again', () => {
    const { wording, entries } = tell([anna, write()], [pia, approve('pr')]);
    expect(foldAgreed(entries, { id: 1, brandId: BRAND })).toEqual(wording);
  });
});

/** What people hold in the property below; most of them may approve something. */
const HELD: readonly (readonly Role[])[] = [
  ['pr'],
  ['legal'],
  ['pr', 'legal'],
  ['community', 'pr'],
  ['admin', 'legal'],
  ['admin'],
  ['keeper'],
  ['community'],
  [],
];

describe('whatever anybody tries, in any order', () => {
  const step = fc.record({
    who: fc.integer({ min: 1, max: 5 }),
    roles: fc.constantFrom(...HELD),
    brand: fc.constantFrom(BRAND, BRAND, BRAND, null, 8),
    day: fc.integer({ min: 0, max: 20 }),
    act: fc.constantFrom('write', ...Array<string>(6).fill('approve'), 'return', 'withdraw'),
    role: fc.constantFrom('pr' as const, 'legal' as const),
    words: fc.constantFrom('A', 'A', 'A', 'B'),
    old: fc.constantFrom(false, false, false, true),
  });

  it('no words lie ready without the yes of two entitled people who never wrote them', () => {
    let ready = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 20 }), (steps) => {
        let wording: AgreedWording | null = null;
        let seq = 0;
        let day = 0;
        const authors = new Set<number>();
        // Kept beside the code under test: who could say yes, to what, when.
        let yes: { id: number; role: AgreedRole; hash: string; entitled: boolean }[] = [];
        for (const one of steps) {
          day = Math.max(day, one.day);
          const grants = one.roles.map((role) => ({ role, brandId: one.brand }));
          const asker = person(one.who, ...grants);
          const base = one.old ? Math.max(0, seq - 1) : seq;
          const words = text(one.words);
          const commands: Record<string, AgreedCommand> = {
            write: write({ base, variants: [words], validUntil: at(day + 20) }),
            approve: approve(one.role, [words]),
            return: { type: 'return', base, role: one.role, comment: 'nein' },
            withdraw: { type: 'withdraw', reason: 'weg' },
          };
          const command = commands[one.act] as AgreedCommand;
          try {
            const event = decideAgreed(wording, BRAND, command, asker, at(day));
            const by = { id: one.who, name: asker.name };
            const born = { id: 1, brandId: BRAND };
            wording = evolveAgreed(wording, { seq: ++seq, at: at(day), by, event }, born);
            if (command.type === 'write') {
              authors.add(one.who);
              yes = [];
            }
            if (command.type === 'approve') {
              const here = one.brand === null || one.brand === BRAND;
              const entitled = here && one.roles.includes(one.role);
              yes.push({ id: one.who, role: one.role, hash: words.hash, entitled });
            }
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          if (wording === null || !agreed(wording, day)) continue;
          ready++;
          const hash = variantOf(wording, words)?.hash;
          const counting = yes.filter(
            (vote) => vote.entitled && vote.hash === hash && !authors.has(vote.id),
          );
          for (const role of ['pr', 'legal']) {
            expect(counting.some((vote) => vote.role === role)).toBe(true);
          }
          expect(new Set(counting.map(({ id }) => id)).size).toBeGreaterThanOrEqual(2);
          expect(wording.withdrawn).toBeNull();
        }
      }),
      { numRuns: 10_000 },
    );
    // The test has seen what it speaks of.
    expect(ready).toBeGreaterThan(500);
  }, 120_000);
});
