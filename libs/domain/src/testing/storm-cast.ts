import type { Actor } from '../incident/actor.js';
import { aPerson, type TruthAboutPeople } from './index.js';
import type { AgreedSource, VariantKey } from '../statement/statement-refs.js';

/** Who takes part, and what they may. */
export const PEOPLE: readonly Actor[] = [
  aPerson(1, 'Meier', 'lead'),
  aPerson(2, 'Lang', 'pr', 'lead'),
  aPerson(3, 'Öztürk', 'community'),
  aPerson(4, 'Voss', 'legal'),
  aPerson(5, 'Weber', 'legal', 'pr'),
  aPerson(6, 'Brandt', 'board'),
  aPerson(7, 'Klein', 'board', 'quality'),
  aPerson(8, 'Jung', 'pr'),
  aPerson(9, 'Sommer', 'admin'),
  { ...aPerson(10, 'Fremd', 'pr'), grants: [{ role: 'pr', brandId: 2 }] },
];
export const TRUTH: TruthAboutPeople = {
  holds: (id, role) =>
    PEOPLE.find((one) => one.id === id)?.grants.some(
      (grant) => grant.role === role && grant.brandId !== 2,
    ) ?? false,
};

export const KEYS: readonly VariantKey[] = [
  { channel: 'website', language: 'de' },
  { channel: 'x', language: 'en' },
];
export const AGREED: AgreedSource = {
  id: 7,
  version: 1,
  title: 'Agreed',
  hash: 'agreed-7',
  values: {},
};
export const TEXTS = ['Wir prüfen.', 'Wir haben geprüft.', 'Es ist Charge 7.'];

export function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
