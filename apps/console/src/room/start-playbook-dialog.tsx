import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { playbooksQuery, suggestionsQuery } from '../playbooks/playbooks.queries.js';
import { OrderDialog } from './order-dialog.js';
import panel from './panel.module.css';
import { useRoom } from './room-context.js';

/** Any playbook of the house; those that fit stand first. */
export function StartPlaybookDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { language } = useFormat();
  const { id, incident } = useRoom();
  const { data: all = [] } = useQuery(playbooksQuery);
  const { data: suggested = [] } = useQuery(suggestionsQuery({ incident: id }));
  const [chosen, setChosen] = useState<string | null>(null);
  const running = incident.runs.filter(({ stopped }) => stopped === null);
  const rank = (playbookId: string): number => {
    const at = suggested.findIndex(({ ref }) => ref.id === playbookId);
    return at < 0 ? suggested.length : at;
  };
  const offered = all
    .filter(({ ref }) => !running.some(({ playbook }) => playbook.id === ref.id))
    .toSorted((a, b) => rank(a.ref.id) - rank(b.ref.id));
  return (
    <OrderDialog
      title={t('steps:runs.startTitle')}
      consequence={t('steps:runs.startText')}
      confirm={t('steps:runs.startConfirm')}
      order={chosen === null ? null : { type: 'start-playbook', playbookId: chosen }}
      onClose={onClose}
    >
      <Radio.Group label={t('steps:runs.choose')} value={chosen} onChange={setChosen}>
        <div className={panel.options}>
          {offered.map(({ ref, playbook }) => (
            <Radio
              key={ref.id}
              size="md"
              value={ref.id}
              label={`${ref.id} ${ref.title[language]}`}
              description={playbook.summary[language]}
            />
          ))}
        </div>
      </Radio.Group>
    </OrderDialog>
  );
}
