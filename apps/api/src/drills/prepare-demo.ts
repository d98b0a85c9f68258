import { randomInt } from 'node:crypto';
import type { Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  BrandRepository,
  PersonRepository,
  type Database,
  type Person,
  type Tx,
} from '@sturmwarte/store';
import { DEMO_PEOPLE, demoGrants, isDemoEmail, type DemoPerson } from './demo-people.js';

export interface DemoNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly hashPassword: (password: string) => Promise<string>;
  /** Owner of the storm's topics. */
  readonly brandName: string;
}

export type DemoReady =
  /** Real people work here: nothing was changed, nothing may be played. */
  | { readonly ready: false; readonly realPeople: number }
  | {
      readonly ready: true;
      readonly brandId: number;
      /** Of every demo person, known to nobody else and good until the next demo start. */
      readonly password: string;
      readonly people: readonly DemoPerson[];
    };

/**
 * One demo person per role and the demo brand, on an instance without real people. Run again it adds who is missing and
 * gives everybody a new password.
 */
export async function prepareDemo(needs: DemoNeeds): Promise<DemoReady> {
  const { db, hashPassword } = needs;
  const password = sayablePassword();
  const passwordHash = await hashPassword(password);
  const people = new PersonRepository(db);
  return db.transaction(async (tx) => {
    await people.lock(tx);
    const present = await people.list(tx);
    const realPeople = present.filter(({ email }) => !isDemoEmail(email)).length;
    if (realPeople > 0) return { ready: false, realPeople };
    const brandId = await brandOf(needs, tx);
    for (const demo of DEMO_PEOPLE) {
      const known = present.find(({ email }) => email === demo.email);
      await welcome({ ...needs, people, tx }, demo, known, { brandId, passwordHash });
    }
    return { ready: true, brandId, password, people: DEMO_PEOPLE };
  });
}

async function brandOf({ db, brandName }: DemoNeeds, tx: Tx): Promise<number> {
  const brands = new BrandRepository(db);
  const known = (await brands.list('all')).find(({ name }) => name === brandName);
  return known?.id ?? (await brands.create(brandName, tx)).id;
}

async function welcome(
  { db, clock, people, tx }: DemoNeeds & { people: PersonRepository; tx: Tx },
  { name, email, role }: DemoPerson,
  known: Person | undefined,
  { brandId, passwordHash }: { brandId: number; passwordHash: string },
): Promise<void> {
  if (known !== undefined) {
    await people.change(known.id, { passwordHash, active: true }, tx);
    return;
  }
  const grants = demoGrants(role, brandId);
  const values = { name, email, language: 'de' as const, grants, passwordHash, now: clock.now() };
  const { id } = await people.create(values, tx);
  const entry = { action: 'person.invited', subject: name, details: { grants, demo: true, id } };
  await new AuditRepository(db).record(tx, { principal: null, ...entry });
}

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu wa we wi wo'.split(
    ' ',
  );
const WORDS = 4;
const SYLLABLES_PER_WORD = 3;

/** Four words that can be read out across a room: 12 of 64 syllables, 72 bits. */
function sayablePassword(): string {
  const syllable = (): string => SYLLABLES[randomInt(SYLLABLES.length)] ?? '';
  const word = (): string => Array.from({ length: SYLLABLES_PER_WORD }, syllable).join('');
  return Array.from({ length: WORDS }, word).join('-');
}
