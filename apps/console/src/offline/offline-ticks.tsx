import { useQueryClient } from '@tanstack/react-query';
import type { CommandAnswer } from '@sturmwarte/contracts';
import { useEffect, useRef } from 'react';
import { api } from '../api/call.js';
import { useRefusalText } from '../api/refusal-text.js';
import { theFold } from '../incidents/the-fold.js';
import { useText } from '../language/text.js';
import { useLiveStatus } from '../live/live-context.js';
import { useSession } from '../session/session.js';
import { useNotice } from '../ui/notice.js';
import { sendTicks } from './send-ticks.js';
import { tickQueue } from './tick-queue.js';

/** Sends, as soon as there is a connection, what was ticked without one. Draws nothing. */
export function OfflineTicks() {
  const t = useText();
  const client = useQueryClient();
  const notice = useNotice();
  const sentence = useRefusalText();
  const { id: personId, name } = useSession().person;
  const { connection } = useLiveStatus();
  const busy = useRef(false);
  useEffect(() => {
    const run = async (): Promise<void> => {
      await tickQueue.load(personId);
      if (connection !== 'connected' || tickQueue.all().length === 0) return;
      const { sent, refused } = await sendTicks(
        tickQueue.all(),
        name,
        ({ incidentId, seen, order }) =>
          api.post<CommandAnswer>(`/incidents/${incidentId}/commands`, { seen, order }),
        async ({ id, incidentId }, answer) => {
          await tickQueue.remove(id);
          if (answer !== null) theFold.put(client, incidentId, answer.entries);
          // Refused: what was shown on trust is taken back.
          else void client.invalidateQueries({ queryKey: ['incident', incidentId] });
        },
      );
      if (sent > 0) notice.done(t('app:offline.sent', { count: sent }));
      for (const problem of refused) {
        notice.warning(t('app:offline.refused', { sentence: sentence(problem) }));
      }
    };
    if (busy.current) return;
    busy.current = true;
    void run().finally(() => (busy.current = false));
  }, [connection, personId, name, client, notice, sentence, t]);
  return null;
}
