import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useText } from '../language/text.js';
import { brandsQuery } from '../spaces/spaces.queries.js';

/** The name of a brand; null is "all brands". */
export function useBrandName(): (brandId: number | null) => string {
  const t = useText();
  const { data: brands } = useQuery(brandsQuery);
  return useCallback(
    (brandId) =>
      brandId === null
        ? t('wording:filter.allBrands')
        : (brands?.find(({ id }) => id === brandId)?.name ?? String(brandId)),
    [brands, t],
  );
}
