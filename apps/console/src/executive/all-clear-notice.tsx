import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { incidentQuery } from '../incidents/incidents.queries.js';
import { useText } from '../language/text.js';
import { useLive } from '../live/live-context.js';
import { useAnnounce } from '../ui/announcer.js';
import { Icon } from '../ui/icons.js';

const SHOWN_MS = 60_000;

/**
 * Whoever was alarmed hears of the all-clear, once. The wire tells the number only; the title is for those who may
 * enter the incident.
 */
export function AllClearNotice() {
  const t = useText();
  const live = useLive();
  const client = useQueryClient();
  const announce = useAnnounce();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const tell = async (incidentId: number, number: string): Promise<void> => {
      const title = await client
        .fetchQuery({ ...incidentQuery(incidentId), retry: false })
        .then(({ incident }) => incident.title)
        .catch(() => null); // not for this reader
      const sentence =
        title === null
          ? t('app:announce.allClear', { number })
          : t('app:announce.allClearTitled', { number, title });
      notifications.show({
        id: `all-clear-${incidentId}`,
        message: sentence,
        icon: <Icon name="check" size={16} />,
        role: 'status',
        autoClose: SHOWN_MS,
        closeButtonProps: { 'aria-label': t('app:action.dismiss') },
      });
      announce(sentence);
    };
    return live.listen({
      message: ({ body }) => {
        if (body.type !== 'incident' || body.allClear === undefined) return;
        const key = `${body.incidentId}:${body.seq}`;
        if (told.current.has(key)) return;
        told.current.add(key);
        void tell(body.incidentId, body.allClear);
      },
    });
  }, [live, client, announce, t]);
  return null;
}
