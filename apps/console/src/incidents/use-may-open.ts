import { useSession } from '../session/session.js';
import { may } from '@sturmwarte/domain';

/** A brand for which this person may open an incident (`null`: any), else any brand to explain the refusal by. */
export function useMayOpen(): number | null {
  const { grants } = useSession().person;
  return grants.find(({ brandId }) => may(grants, 'incident.open', brandId))?.brandId ?? null;
}
