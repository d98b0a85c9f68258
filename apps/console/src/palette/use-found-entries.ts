import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { alertSearchQuery } from '../alerts/alerts.queries.js';
import { incidentSearchQuery } from '../incidents/incidents.queries.js';
import { useSayEntry } from '../journal/use-say-entry.js';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import type { PaletteEntry } from './match-entries.js';

/** So long nobody types before the server is asked. */
const PAUSE_MS = 200;
const WORDS_SHOWN = 80;
const keepSpace = (({ space }: { space?: number }) =>
  space === undefined ? {} : { space }) as never;

/** What only the server knows: alerts long past, and what was said and decided in any incident. */
export function useFoundEntries(typed: string): readonly PaletteEntry[] {
  const t = useText();
  const navigate = useNavigate();
  const space = useSpaceId();
  const say = useSayEntry();
  const words = useSettled(typed.trim());
  const { data: alerts } = useQuery(alertSearchQuery(space, words));
  const { data: hits } = useQuery(incidentSearchQuery(words));
  return useMemo(() => {
    return [
      ...(alerts ?? []).map((alert): PaletteEntry => {
        const label = `${t('alerts:number', { number: alert.number })} ${alert.topicName}`;
        const reason =
          alert.closeReason === null ? '' : `, ${t(`names:noEventReason.${alert.closeReason}`)}`;
        const hint = `${t(`names:alertState.${alert.state}`)}${reason}`;
        const go = (): void =>
          void navigate({
            to: '/alerts/$alertId',
            params: { alertId: alert.id },
            search: keepSpace,
          });
        return { id: `alert-${alert.id}`, group: 'alert', label, hint, found: true, go };
      }),
      ...(hits ?? []).map(({ incidentId, number, title, entry }): PaletteEntry => {
        const said = say(entry);
        const hint = `${said.line} ${said.words ?? ''}`.trim().slice(0, WORDS_SHOWN);
        const go = (): void =>
          void navigate({
            to: '/incidents/$incidentId',
            params: { incidentId },
            search: (({ space: kept }: { space?: number }) => ({
              ...(kept === undefined ? {} : { space: kept }),
              entry: entry.seq,
            })) as never,
          });
        const id = `said-${incidentId}-${entry.seq}`;
        return { id, group: 'said', label: `${number} ${title}`, hint, found: true, go };
      }),
    ];
  }, [t, navigate, say, alerts, hits]);
}

/** What was typed, once the hands rest. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Nothing stale is shown as found by words that are gone.
  return settled === typed ? settled : '';
}
