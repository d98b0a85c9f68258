import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { useText } from '../language/text.js';
import { useRoom } from './room-context.js';

/** Chooses another incident of the same space. */
export function IncidentField({
  value,
  onChange,
  openOnly = false,
  without = [],
}: {
  value: number | null;
  onChange: (id: number | null) => void;
  openOnly?: boolean;
  without?: readonly number[];
}) {
  const t = useText();
  const { id: own, incident } = useRoom();
  const { data: views = [] } = useQuery(incidentsQuery({ space: incident.spaceId }));
  const others = views.filter(
    (view) =>
      view.id !== own &&
      view.incident.state !== 'merged' &&
      !without.includes(view.id) &&
      (!openOnly || (view.incident.state === 'open' && view.incident.brandId === incident.brandId)),
  );
  return (
    <NativeSelect
      label={t('room:otherIncident')}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === '' ? null : Number(chosen));
      }}
      data={[
        { value: '', label: t('room:chooseIncident') },
        ...others.map((view) => ({
          value: String(view.id),
          label: `${view.incident.number} ${view.incident.title}`,
        })),
      ]}
    />
  );
}
