import { DomainError } from '../errors.js';
import type { Incident } from './incident.js';

/**
 * Art. 17 MAR: while it is open whether this is insider information, nothing about it leaves the house; the ad-hoc
 * release comes first. Null: no such question stands, it was answered with no, or the duty is fulfilled.
 */
export function insiderLock({ legalClocks }: Pick<Incident, 'legalClocks'>): DomainError | null {
  const clock = legalClocks.find(({ id }) => id === 'MAR-17');
  if (clock === undefined || clock.standing === 'not-applicable') return null;
  const fulfilled =
    clock.standing === 'running' && clock.stages.every((stage) => stage.fulfilled !== null);
  return fulfilled ? null : new DomainError('insider-lock', { clock: clock.id });
}
