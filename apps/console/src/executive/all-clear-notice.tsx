import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { incidentQuery } from '../incidents/incidents.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useLive } from '../live/live-context.js';
import { useAnnounce } from '../ui/announcer.js';
import { Icon } from '../ui/icons.js';
import { notify } from '../ui/notify.js';
import { allClearsTold, untoldAllClears } from './all-clears.queries.js';

const SHOWN_MS = 60_000;

/**
 * Whoever was alarmed hears of the all-clear, once. The wire tells the number only; the title is for those who may
 * enter the incident.
 */
export function AllClearNotice() {
  const t = useText();
  const format = useFormat();
  const live = useLive();
  const client = useQueryClient();
  const announce = useAnnounce();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const show = (incidentId: number, number: string, title: string | null, rest = ''): void => {
      const sentence =
        title === null
          ? t('app:announce.allClear', { number })
          : t('app:announce.allClearTitled', { number, title });
      notify({
        id: `all-clear-${incidentId}`,
        message: `${sentence}${rest}`,
        icon: <Icon name="check" size={16} />,
        role: 'status',
        autoClose: SHOWN_MS,
        closeButtonProps: { 'aria-label': t('app:action.dismiss') },
      });
      announce(`${sentence}${rest}`);
    };
    const tell = async (incidentId: number, number: string, at: string): Promise<void> => {
      const title = await client
        .fetchQuery({ ...incidentQuery(incidentId), retry: false })
        .then(({ incident }) => incident.title)
        .catch(() => null); // not for this reader
      show(incidentId, number, title);
      await allClearsTold(at);
    };
    const catchUp = async (): Promise<void> => {
      const news = await untoldAllClears();
      for (const { incidentId, number, title, at } of news) {
        show(incidentId, number, title, ` (${format.dateTime(at)})`);
      }
      const last = news.at(-1);
      if (last !== undefined) await allClearsTold(last.at);
    };
    // Without an answer it stays untold, and is told at the next connection.
    const quietly = (work: Promise<void>): void => void work.catch(() => undefined);
    return live.listen({
      message: ({ at, body }) => {
        if (body.type !== 'incident' || body.allClear === undefined) return;
        const key = `${body.incidentId}:${body.seq}`;
        if (told.current.has(key)) return;
        told.current.add(key);
        quietly(tell(body.incidentId, body.allClear, at));
      },
      // Connected, for the first time or anew with a past that is gone: who was away asks.
      stale: () => quietly(catchUp()),
    });
  }, [live, client, announce, t, format]);
  return null;
}
