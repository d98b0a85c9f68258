import type { SpaceCreate } from '@sturmwarte/contracts';
import type { Plan, Subject } from './plan.js';

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
/** The watch language asks for so many letters before a star. */
const SHORTEST_STEM = 3;

/** What a brand is called in handles and tags. */
export function subjectOf(brand: string): Subject {
  const joined = brand.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const handle = joined.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter);
  return { brand, handle, tag: joined };
}

/** What a space must watch to see the story: the brand and its rival. */
export function topicsOf({ brand, rival }: Plan): SpaceCreate['topics'] {
  return [
    { name: brand, kind: 'company', query: queryFor(brand) },
    { name: rival, kind: 'competitor', query: queryFor(rival) },
  ];
}

function queryFor(brand: string): string {
  const { handle, tag } = subjectOf(brand);
  const whole = `"${brand.toLowerCase().replaceAll('"', '')}"`;
  if (tag.length < SHORTEST_STEM) return `${whole} OR @${handle}`;
  return `${whole} OR ${tag}* OR @${handle}`;
}

/** The same story about somebody else. */
export function toldAbout(plan: Plan, brand: string): Plan {
  return { ...plan, brand };
}
