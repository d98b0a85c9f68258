import type { ErrorCode } from '../errors.js';
import type { VariantKey } from '../statement/statement-refs.js';
import { isSameVariant } from './evolve-statements.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/** What is prepared and not yet on its way is taken back, in the same breath as what makes it wrong. */
export function withdrawPrepared(
  { publications }: Incident,
  of: { readonly statement: number; readonly variant: VariantKey | null } | 'all',
  reason: ErrorCode,
): IncidentEvent[] {
  return publications
    .filter(
      (one) =>
        one.state === 'prepared' &&
        (of === 'all' ||
          (one.statement === of.statement &&
            (of.variant === null || isSameVariant(one, of.variant)))),
    )
    .map(({ id }) => ({ type: 'publication-withdrawn', publication: id, reason }));
}
