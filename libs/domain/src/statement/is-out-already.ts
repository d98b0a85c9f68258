import type { Incident } from '../incident/incident.js';
import { textOf } from './counting-approvals.js';
import type { Statement, Variant } from './statement.js';

/** Is exactly this text public? After a break-glass release a yes comes too late: nobody is chased for it. */
export function isOutAlready(
  { publications }: Incident,
  { id }: Statement,
  variant: Variant,
): boolean {
  const { hash } = textOf(variant);
  return publications.some(
    (one) => one.statement === id && one.hash === hash && one.state === 'confirmed',
  );
}
