import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { LIVE_SPACE_ID, type Space } from '@sturmwarte/domain';
import { spacesQuery } from './spaces.queries.js';

/** The space of the address (`?space=`); the live one when none is named. */
export function useSpaceId(): number {
  return useSearch({ strict: false, select: (search) => search.space }) ?? LIVE_SPACE_ID;
}

/** The space itself; null while unknown. */
export function useSpace(): Space | null {
  const id = useSpaceId();
  const { data } = useQuery(spacesQuery);
  return data?.find((space) => space.id === id) ?? null;
}
