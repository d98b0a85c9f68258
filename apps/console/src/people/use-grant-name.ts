import { useQuery } from '@tanstack/react-query';
import type { Grant } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useText } from '../language/text.js';
import { brandsQuery } from '../spaces/spaces.queries.js';

/** "PR manager, Nordlicht" in the reader's language. */
export function useGrantName(): (grant: Grant) => string {
  const t = useText();
  const { data: brands } = useQuery(brandsQuery);
  return useCallback(
    ({ role, brandId }) =>
      t('people:grant.of', {
        role: t(`names:role.${role}`),
        brand:
          brandId === null
            ? t('people:grant.allBrands')
            : (brands?.find(({ id }) => id === brandId)?.name ?? `#${brandId}`),
      }),
    [t, brands],
  );
}
