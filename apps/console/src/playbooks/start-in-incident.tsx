import { NativeSelect, Radio, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CommandAnswer, IncidentDetail, PlaybookView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { incidentsQuery } from '../incidents/incidents.queries.js';
import { putEntries } from '../incidents/put-entries.js';
import { useOpenIncident } from '../incidents/use-open-incident.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import classes from './start-in-incident.module.css';

const NEW = 'new';

/** In which incident: one that is open, or a new one opened by hand in the same breath. */
export function StartInIncident({ view, onClose }: { view: PlaybookView; onClose: () => void }) {
  const t = useText();
  const { language } = useFormat();
  const may = useMay();
  const spaceId = useSpaceId();
  const { ref } = view;
  const { data: open = [] } = useQuery(incidentsQuery({ space: spaceId, state: 'open' }));
  const { data: brands = [] } = useQuery(brandsQuery);
  const mine = brands.filter(({ id }) => may('incident.open', id));
  const offered = open.filter(({ incident }) => may('playbook.start', incident.brandId));
  const runsIn = (id: number): boolean =>
    offered
      .find((one) => one.id === id)
      ?.incident.runs.some(({ playbook, stopped }) => playbook.id === ref.id && stopped === null) ??
    false;
  const first = offered.find(({ id }) => !runsIn(id));
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? (first === undefined ? NEW : String(first.id));
  const [title, setTitle] = useState(ref.title[language]);
  const [brand, setBrand] = useState<number | null>(null);
  const brandId = brand ?? mine[0]?.id ?? null;
  const start = useStart(ref.id);
  const opening = useOpenIncident();
  const isNew = chosen === NEW;
  return (
    <Decision
      title={t('playbooks:start.title', { id: ref.id })}
      consequence={t('playbooks:start.text')}
      confirm={t(isNew ? 'playbooks:start.confirmNew' : 'playbooks:start.confirm')}
      busy={start.isPending || opening.isPending}
      ready={isNew ? title.trim() !== '' && brandId !== null : !runsIn(Number(chosen))}
      onClose={onClose}
      onConfirm={() => {
        if (isNew) opening.mutate({ title: title.trim(), spaceId, brandId, playbookId: ref.id });
        else start.mutate(Number(chosen));
      }}
    >
      <Radio.Group label={t('playbooks:start.choose')} value={chosen} onChange={setPicked}>
        <div className={classes.choices}>
          {offered.map(({ id, incident }) => (
            <Radio
              key={id}
              size="md"
              value={String(id)}
              disabled={runsIn(id)}
              label={`${incident.number} ${incident.title}`}
              {...(runsIn(id) ? { description: t('playbooks:start.runs') } : {})}
            />
          ))}
          <Radio size="md" value={NEW} label={t('playbooks:start.byHand')} />
        </div>
      </Radio.Group>
      {isNew ? (
        <>
          <TextInput
            label={t('incidents:open.name')}
            description={t('incidents:open.nameHint')}
            maxLength={200}
            required
            withAsterisk={false}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('incidents:open.brand')}
            value={brandId ?? ''}
            onChange={(event) => setBrand(Number(event.currentTarget.value))}
            data={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </>
      ) : null}
    </Decision>
  );
}

/** Starts it and goes to the room, where the first steps wait. */
function useStart(playbookId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  return useMutation({
    mutationFn: (incidentId: number) => {
      const room = client.getQueryData<IncidentDetail>(['incident', incidentId]);
      const order = { type: 'start-playbook', playbookId };
      const seen = room?.incident.version ?? 1;
      return api.post<CommandAnswer>(`/incidents/${incidentId}/commands`, { seen, order });
    },
    onSuccess: async ({ incidentId, entries }) => {
      putEntries(client, incidentId, entries);
      void client.invalidateQueries({ queryKey: ['incidents'] });
      await navigate({
        to: '/incidents/$incidentId',
        params: { incidentId },
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
