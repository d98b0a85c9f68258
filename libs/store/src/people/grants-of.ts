import type { Grant } from '@sturmwarte/domain';
import type { PersonEntity } from './person.entity.js';

/** In the order they were given. */
export function grantsOf(person: PersonEntity): readonly Grant[] {
  return [...person.grants]
    .sort((a, b) => a.id - b.id)
    .map(({ role, brandId }) => ({ role, brandId }));
}
