import type { VariantKey } from '@sturmwarte/domain';
import { remember, remembered } from '../ui/remembered.js';
import { keyOf } from '../statements/variant-of.js';

export interface ReadPlace {
  readonly person: number;
  readonly incident: number;
  readonly statement: number;
  readonly variant: VariantKey;
}

const nameOf = ({ person, incident, statement, variant }: ReadPlace): string =>
  `read.${person}.${incident}.${statement}.${keyOf(variant)}`;

/** The version of a text this person read last in this browser; null: none. */
export function lastRead(place: ReadPlace): number | null {
  const version = Number(remembered(nameOf(place)));
  return Number.isInteger(version) && version > 0 ? version : null;
}

export function rememberRead(place: ReadPlace, version: number): void {
  remember(nameOf(place), String(version));
}
