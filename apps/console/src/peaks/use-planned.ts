import { useQuery } from '@tanstack/react-query';
import type { PeakView } from '@sturmwarte/contracts';
import { useMemo } from 'react';
import { peaksQuery } from './peaks.queries.js';

/** The planned peaks a topic stands under that touch a time (epoch seconds), oldest first; none while unknown. */
export function usePlanned(
  { spaceId, brandId, topicId }: Readonly<Record<'spaceId' | 'brandId' | 'topicId', number>>,
  from: number,
  to: number,
): readonly PeakView[] {
  const { data } = useQuery(peaksQuery(spaceId));
  return useMemo(
    () =>
      (data ?? [])
        .filter(
          (one) =>
            one.brandId === brandId &&
            (one.topicId === null || one.topicId === topicId) &&
            Date.parse(one.from) < to * 1_000 &&
            Date.parse(one.until) > from * 1_000,
        )
        .sort((a, b) => Date.parse(a.from) - Date.parse(b.from)),
    [data, brandId, topicId, from, to],
  );
}
