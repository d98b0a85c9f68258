import type { Random } from './random.js';

const FIRST = (
  'pedal ritzel speiche sattel kette deich watt moewe krabbe lotse fjord kai brise priel dorsch heide moor birke ' +
  'kranich hafen lenker klingel gepaeck tour berg tal gravel cargo pendel feierabend sonntag regen wind wolke'
).split(' ');
const SECOND = (
  'lena tom jule henk frieda ole nina paul mara jan kim robin alex ute bernd silke timo greta kaan elif mo sam ' +
  'freak fan held kind nerd oma opa papa mama crew club'
).split(' ');

export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly followers: number;
}

/** Invented people: few are heard by many, most by few. */
export function inventPeople(count: number, random: Random): Person[] {
  const taken = new Set<string>();
  const people: Person[] = [];
  while (people.length < count) {
    const joint = random.pick(['', '_', '.', '']);
    const number = random.next() < 0.45 ? String(random.below(99) + 1) : '';
    const handle = `${random.pick(FIRST)}${joint}${random.pick(SECOND)}${number}`;
    if (taken.has(handle)) continue;
    taken.add(handle);
    const followers = Math.round(
      Math.exp(2.5 + 4.5 * random.next() ** 1.5 + 2 * random.next() ** 6),
    );
    people.push({ id: `p${String(people.length + 1).padStart(4, '0')}`, handle, followers });
  }
  return people;
}
