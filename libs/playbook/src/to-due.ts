import type { Due } from '@sturmwarte/domain';
import { minutesOf } from './minutes-of.js';
import type { RawStep } from './schema/step.schema.js';

/** A due time as written, as the domain knows it. */
export function toDue(raw: RawStep['due']): Due {
  return typeof raw === 'object'
    ? { minutes: minutesOf(raw.minutes), after: raw.after }
    : { minutes: minutesOf(raw), after: null };
}
