import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { levelInForce, LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useMemo } from 'react';
import { alertsQuery } from '../alerts/alerts.queries.js';
import { PAGES } from '../app/pages.js';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { stopRequest } from '../posting-stop/stop-request.js';
import { playbooksQuery } from '../playbooks/playbooks.queries.js';
import { useMayAnywhere } from '../session/session.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import type { PaletteEntry } from './match-entries.js';

const ALERTS = 200;
const keepSpace = (({ space }: { space?: number }) =>
  space === undefined ? {} : { space }) as never;

/** Everything one can go to from here: pages, what is dealt with, what is known. Others come as they are loaded. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const t = useText();
  const { language } = useFormat();
  const navigate = useNavigate();
  const space = useSpaceId();
  const mayStop = useMayAnywhere('posting.stop');
  const managesExits = useMayAnywhere('exits.manage');
  const seesIncidents = useMayAnywhere('incident.see');
  const { data: incidents } = useQuery(incidentsQuery({ space, state: 'open' }));
  const { data: playbooks } = useQuery(playbooksQuery);
  const { data: alerts } = useQuery(alertsQuery({ space, limit: ALERTS }));
  const { data: topics } = useQuery(topicsQuery(space));
  return useMemo(() => {
    const level = (at: 0 | 1 | 2 | 3 | 4 | 5 | 6): string =>
      t('palette:level', { level: at, name: t(`names:level.${at}`) });
    return [
      ...PAGES.map(({ name, to, key }): PaletteEntry => {
        const hint = `G ${key.toUpperCase()}`;
        const go = (): void => void navigate({ to, search: keepSpace });
        return { id: `page-${name}`, group: 'page', label: t(`app:nav.${name}`), hint, go };
      }),
      ...(['mutes', 'peaks', 'exits', 'sandbox'] as const)
        .filter(
          (name) =>
            ({ mutes: true, peaks: true, exits: managesExits, sandbox: seesIncidents })[name],
        )
        .map((name): PaletteEntry => {
          const go = (): void => void navigate({ to: `/${name}`, search: keepSpace });
          return { id: `page-${name}`, group: 'page', label: t(`app:nav.${name}`), hint: '', go };
        }),
      ...(mayStop && space === LIVE_SPACE_ID
        ? [
            {
              id: 'action-stop',
              group: 'action' as const,
              label: t('app:stopPosting'),
              hint: t('palette:stopHint'),
              go: stopRequest.open,
            },
          ]
        : []),
      ...(incidents ?? []).map(({ id, incident }): PaletteEntry => {
        const go = (): void =>
          void navigate({
            to: '/incidents/$incidentId',
            params: { incidentId: id },
            search: keepSpace,
          });
        const label = `${incident.number} ${incident.title}`;
        const hint = level(levelInForce(incident));
        return { id: `incident-${id}`, group: 'incident', label, hint, go };
      }),
      ...(playbooks ?? []).map(({ ref }): PaletteEntry => {
        const go = (): void =>
          void navigate({
            to: '/playbooks/$playbookId',
            params: { playbookId: ref.id },
            search: keepSpace,
          });
        const label = `${ref.id} ${ref.title[language]}`;
        return { id: `playbook-${ref.id}`, group: 'playbook', label, hint: '', go };
      }),
      ...(alerts ?? []).map((alert): PaletteEntry => {
        const go = (): void =>
          void navigate({
            to: '/alerts/$alertId',
            params: { alertId: alert.id },
            search: keepSpace,
          });
        const label = `${t('alerts:number', { number: alert.number })} ${alert.topicName}`;
        const hint = `${level(alert.level)}, ${t(`names:alertState.${alert.state}`)}`;
        return { id: `alert-${alert.id}`, group: 'alert', label, hint, go };
      }),
      ...(topics ?? []).map((topic): PaletteEntry => {
        const go = (): void =>
          void navigate({
            to: '/topics/$topicId',
            params: { topicId: topic.id },
            search: keepSpace,
          });
        const hint = t(`names:topicKind.${topic.kind}`);
        return { id: `topic-${topic.id}`, group: 'topic', label: topic.name, hint, go };
      }),
    ];
  }, [
    t,
    language,
    navigate,
    mayStop,
    managesExits,
    seesIncidents,
    space,
    incidents,
    playbooks,
    alerts,
    topics,
  ]);
}
