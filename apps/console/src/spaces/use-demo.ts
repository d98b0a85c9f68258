import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BrandView, SpaceCreated } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useMay } from '../session/session.js';
import { useNotice } from '../ui/notice.js';
import { brandsQuery } from './spaces.queries.js';

type DemoStarted = Omit<SpaceCreated, 'token'>;

/** Plays the demo storm for a brand and goes there to watch. `brands`: those one may play it for. */
export function useDemo(): {
  readonly brands: readonly BrandView[];
  readonly demo: UseMutationResult<DemoStarted, Error, number>;
} {
  const may = useMay();
  const navigate = useNavigate();
  const notice = useNotice();
  const { data = [] } = useQuery(brandsQuery);
  const demo = useMutation({
    mutationFn: (brandId: number) => api.post<DemoStarted>('/drills/demo', { brandId }),
    onSuccess: ({ space }) => navigate({ to: '/', search: { space: space.id } }),
    onError: (problem: Error) => notice.refusal(problem),
  });
  return { brands: data.filter((brand) => may('drill.run', brand.id)), demo };
}
