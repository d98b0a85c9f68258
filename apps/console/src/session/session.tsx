import { useSuspenseQuery } from '@tanstack/react-query';
import type { SessionView } from '@sturmwarte/contracts';
import { may, type Right } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { sessionQuery } from './session.queries.js';

/** The signed-in person. Only below the routes that need one. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('this page needs a signed-in person');
  return data;
}

/** The question the server asks as well: may I do this for this brand? */
export function useMay(): (right: Right, brandId: number | null) => boolean {
  const { grants } = useSession().person;
  return useCallback((right, brandId) => may(grants, right, brandId), [grants]);
}

/** May I do this for at least one brand? */
export function useMayAnywhere(right: Right): boolean {
  const { grants } = useSession().person;
  return grants.some((grant) => may(grants, right, grant.brandId));
}
