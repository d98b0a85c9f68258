import type { Random } from '../scenario/random.js';
import { heavyTail } from './chance.js';

/** An invented person with reach: most are heard by few, a few by very many. */
export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly followers: number;
}

const FIRST = (
  'wolke kiesel laterne kompass teekanne moos feder brise anker kastanie papierboot regenrinne hummel zimt marmelade ' +
  'kreide tinte pfeffer dachluke murmel gondel ziegel kupfer pixel planke schraube quitte rhabarber wimpel zaunkoenig'
).split(' ');
const SECOND = (
  'lena tom jule henk frieda ole nina paul mara jan kim robin alex ute bernd silke timo greta kaan elif mo sam ayse ' +
  'piotr ines malte fenja luca ruth omar hanna'
).split(' ');

const LEAST_FOLLOWERS = 12;
const MOST_FOLLOWERS = 900_000;
const REACH_EXPONENT = 0.75;
/** Some speak far more often than others. */
const TALKATIVE = 1.5;

/** The people of a story. `prefix` keeps the ids of several crowds apart. */
export class Crowd {
  private readonly people: Person[] = [];

  constructor(size: number, prefix: string, random: Random) {
    for (let i = 0; i < size; i++) {
      const joint = random.pick(['', '_', '.', '']);
      // The running number keeps everybody's handle their own.
      const handle = `${random.pick(FIRST)}${joint}${random.pick(SECOND)}${i + 1}`;
      const tail = heavyTail(random, REACH_EXPONENT, MOST_FOLLOWERS / LEAST_FOLLOWERS);
      const followers = Math.round(LEAST_FOLLOWERS * tail);
      this.people.push({ id: `${prefix}${String(i + 1).padStart(5, '0')}`, handle, followers });
    }
  }

  anybody(random: Random): Person {
    const at = Math.floor(random.next() ** TALKATIVE * this.people.length);
    return this.people[at] as Person;
  }
}

/** Accounts made for a purpose: a few to follow them, numbers for a name. */
export function madeUpAccounts(size: number, random: Random): Person[] {
  return Array.from({ length: size }, (_, i) => ({
    id: `k${String(i + 1).padStart(5, '0')}`,
    handle: `${random.pick(SECOND)}${100_000 + random.below(900_000)}`,
    followers: random.below(40),
  }));
}
