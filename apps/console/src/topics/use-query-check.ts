import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { QueryMistake, TopicCheck } from '@sturmwarte/contracts';
import { topicCheckQuery } from './topics.queries.js';

const SETTLED_MS = 350;
const NO_MISTAKES: readonly QueryMistake[] = [];

export interface QueryCheck {
  /** Of exactly what is typed now; empty while that is not known. */
  readonly mistakes: readonly QueryMistake[];
  /** The newest answer, perhaps to what was typed a moment ago; null before the first. */
  readonly answer: TopicCheck | null;
  readonly isChecking: boolean;
  readonly problem: Error | null;
  readonly retry: () => void;
}

/** Asks the server about the query once the fingers rest. `brandId` null: nothing is asked. */
export function useQueryCheck(brandId: number | null, query: string, days: number): QueryCheck {
  const [settled] = useDebouncedValue(query, SETTLED_MS);
  const enabled = brandId !== null && settled.trim() !== '';
  const check = useQuery({ ...topicCheckQuery(brandId ?? 0, settled, days), enabled });
  const answer = enabled ? (check.data ?? null) : null;
  const isOfNow = settled === query && answer !== null && !check.isPlaceholderData;
  return {
    mistakes: isOfNow && !answer.ok ? answer.mistakes : NO_MISTAKES,
    answer,
    isChecking: brandId !== null && query.trim() !== '' && (settled !== query || check.isFetching),
    problem: enabled ? check.error : null,
    retry: () => void check.refetch(),
  };
}
