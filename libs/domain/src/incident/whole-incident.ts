import type { Incident } from './incident.js';

/** The parts of an incident that came with wording and publication. */
export const NO_WORDS: Pick<
  Incident,
  'statements' | 'publications' | 'emergencies' | 'postingStop' | 'barred'
> = { statements: [], publications: [], emergencies: [], postingStop: null, barred: [] };

/**
 * An incident as it was stored, with the parts it did not have when it was: a fold stored by an older version is read
 * as it would be folded today, since none of the events of these parts can be in its journal.
 */
export function wholeIncident(stored: Incident): Incident {
  return { ...NO_WORDS, ...stored };
}
