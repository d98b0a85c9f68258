import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Backtest,
  BacktestRequest,
  DraftBacktestRequest,
  ProposalView,
} from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { Refusal } from '../api/refusal.js';

/** Counts go on, but what was does not change: read again only when something is judged. */
const STILL_GOOD_MS = 10 * 60_000;

/** One runs at a time, mostly one's own for the other numbers of the page: it is over in a moment. */
const BUSY = {
  retry: (count: number, problem: Error) =>
    problem instanceof Refusal ? problem.code === 'backtest-busy' && count < 8 : count < 2,
  retryDelay: 500,
};

export const backtestQuery = (topicId: number, request: BacktestRequest) =>
  queryOptions({
    queryKey: ['backtest', topicId, request] as const,
    queryFn: ({ signal }) => api.post<Backtest>(`/topics/${topicId}/backtest`, request, signal),
    placeholderData: keepPreviousData,
    staleTime: STILL_GOOD_MS,
    refetchOnWindowFocus: false,
    ...BUSY,
  });

/** Of a topic that is not saved. */
export const draftBacktestQuery = (request: DraftBacktestRequest) =>
  queryOptions({
    queryKey: ['backtest', 'draft', request] as const,
    queryFn: ({ signal }) => api.post<Backtest>('/topics/backtest', request, signal),
    staleTime: STILL_GOOD_MS,
    refetchOnWindowFocus: false,
    ...BUSY,
  });

export const proposalQuery = (topicId: number) =>
  queryOptions({
    queryKey: ['sensitivity-proposal', topicId] as const,
    queryFn: ({ signal }) =>
      api.get<ProposalView>(`/topics/${topicId}/sensitivity-proposal`, {}, signal),
    staleTime: STILL_GOOD_MS,
    refetchOnWindowFocus: false,
    ...BUSY,
  });
