import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { IncidentView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useNotice } from '../ui/notice.js';
import { useRoom } from './room-context.js';

/** Merging and splitting reach beyond one journal: afterwards one stands in the incident it led to. */
export function useMoveBetween(what: 'merge' | 'split') {
  const { id } = useRoom();
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  return useMutation({
    mutationFn: (body: object) => api.post<IncidentView>(`/incidents/${id}/${what}`, body),
    onSuccess: async (view) => {
      void client.invalidateQueries({ queryKey: ['incident'] });
      void client.invalidateQueries({ queryKey: ['incidents'] });
      await navigate({
        to: '/incidents/$incidentId',
        params: { incidentId: view.id },
        search: (({ space }: { space?: number }) =>
          space === undefined ? {} : { space }) as never,
      });
    },
    onError: notice.refusal,
  });
}
