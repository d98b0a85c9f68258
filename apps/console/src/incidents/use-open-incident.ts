import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { IncidentView, openIncidentSchema } from '@sturmwarte/contracts';
import type { z } from 'zod';
import { api } from '../api/call.js';
import { useNotice } from '../ui/notice.js';

/** Opens an incident and enters its room. A refusal says why, e.g. that the alert belongs to one already. */
export function useOpenIncident() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  return useMutation({
    mutationFn: (request: z.input<typeof openIncidentSchema>) =>
      api.post<IncidentView>('/incidents', request),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['incidents'] });
      await navigate({
        to: '/incidents/$incidentId',
        params: { incidentId: id },
        search: (({ space }: { space?: number }) =>
          space === undefined ? {} : { space }) as never,
      });
    },
    onError: (problem) => {
      notice.refusal(problem);
      void client.invalidateQueries({ queryKey: ['incidents'] });
    },
  });
}
