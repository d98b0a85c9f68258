import { Radio, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useOpenIncident } from '../incidents/use-open-incident.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { suggestionsQuery } from '../playbooks/playbooks.queries.js';
import { useReasonText } from '../playbooks/use-reason-text.js';
import { Decision } from '../ui/decision.js';
import classes from './alert-dialogs.module.css';

const MOST = 4;
const NONE = 'none';

/** Opens an incident from an alert, with the playbook its evidence suggests or with none. */
export function AlertIncidentDialog({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const t = useText();
  const { language } = useFormat();
  const reasonText = useReasonText();
  const open = useOpenIncident();
  const { data: suggestions = [] } = useQuery(suggestionsQuery({ alert: alert.id }));
  const [title, setTitle] = useState(alert.topicName);
  const [chosen, setChosen] = useState<string | null>(null);
  // The best fit is chosen until somebody chooses otherwise.
  const playbook = chosen ?? suggestions[0]?.ref.id ?? NONE;
  return (
    <Decision
      title={t('incidents:open.fromAlert', { number: alert.number })}
      consequence={t('incidents:open.consequenceAlert')}
      confirm={t('incidents:open.confirm')}
      busy={open.isPending}
      ready={title.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        open.mutate({
          title: title.trim(),
          spaceId: alert.spaceId,
          alertIds: [alert.id],
          playbookId: playbook === NONE ? null : playbook,
        })
      }
    >
      <TextInput
        label={t('incidents:open.name')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('incidents:open.playbook')}
        {...(suggestions.length === 0 ? { description: t('incidents:open.noSuggestion') } : {})}
        value={playbook}
        onChange={setChosen}
      >
        <div className={classes.reasons}>
          {suggestions.slice(0, MOST).map(({ ref, reasons }) => (
            <Radio
              key={ref.id}
              size="md"
              value={ref.id}
              label={`${ref.id} ${ref.title[language]}`}
              description={reasons.map(reasonText).join(' · ')}
            />
          ))}
          <Radio size="md" value={NONE} label={t('incidents:open.withoutPlaybook')} />
        </div>
      </Radio.Group>
    </Decision>
  );
}
