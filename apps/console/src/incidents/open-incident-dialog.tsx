import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useLive } from '../live/live-context.js';
import { instantOf, wallTime } from '../mentions/wall-time.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Decision } from '../ui/decision.js';
import { useOpenIncident } from './use-open-incident.js';

/** An incident nobody was alerted to: named by hand, with the time it counts from. */
export function OpenIncidentDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { zone } = useFormat();
  const may = useMay();
  const live = useLive();
  const spaceId = useSpaceId();
  const { data: brands = [] } = useQuery(brandsQuery);
  const mine = brands.filter(({ id }) => may('incident.open', id));
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const [wall, setWall] = useState(() => wallTime(new Date(live.serverNow()).toISOString(), zone));
  const open = useOpenIncident();
  const brandId = chosen ?? mine[0]?.id ?? null;
  const t0 = instantOf(wall, zone);
  return (
    <Decision
      title={t('incidents:open.title')}
      consequence={t('incidents:open.consequence')}
      confirm={t('incidents:open.confirm')}
      busy={open.isPending}
      ready={title.trim() !== '' && brandId !== null && t0 !== null}
      onClose={onClose}
      onConfirm={() => open.mutate({ title: title.trim(), spaceId, brandId, t0 })}
    >
      <TextInput
        label={t('incidents:open.name')}
        description={t('incidents:open.nameHint')}
        maxLength={200}
        required
        withAsterisk={false}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('incidents:open.brand')}
        value={brandId ?? ''}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
        data={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextInput
        type="datetime-local"
        label={t('incidents:open.t0')}
        description={t('incidents:open.t0Hint')}
        value={wall}
        onChange={(event) => setWall(event.currentTarget.value)}
      />
    </Decision>
  );
}
