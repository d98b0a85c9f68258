import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandAnswer, IncidentDetail, incidentOrderSchema } from '@sturmwarte/contracts';
import type { z } from 'zod';
import { api } from '../api/call.js';
import { Refusal } from '../api/refusal.js';
import { putEntries } from './put-entries.js';

export type OrderInput = z.input<typeof incidentOrderSchema>;

/**
 * Asks something of an incident. What was on screen goes along, so that nothing newer is overwritten unseen; the answer
 * is folded in at once, without waiting for the wire. A refusal is the mutation's error, with who was first.
 */
export function useOrder(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: OrderInput) => {
      const seen = client.getQueryData<IncidentDetail>(['incident', id])?.incident.version ?? 1;
      return api.post<CommandAnswer>(`/incidents/${id}/commands`, { seen, order });
    },
    onSuccess: ({ entries }) => putEntries(client, id, entries),
    // Refused: somebody was first. Show what they did.
    onError: (problem) => {
      if (problem instanceof Refusal) {
        void client.invalidateQueries({ queryKey: ['incident', id] });
      }
    },
  });
}
