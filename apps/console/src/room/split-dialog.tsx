import { Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import classes from './panel.module.css';
import { useRoom } from './room-context.js';
import { useMoveBetween } from './use-move-between.js';
import { WordsField } from './words-field.js';

/** Two storms in one incident: some alerts leave into an incident of their own. */
export function SplitDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const split = useMoveBetween('split');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const joined = incident.alerts.filter(({ standing }) => standing === 'joined');
  const ready = chosen.length > 0 && chosen.length < joined.length && title.trim() !== '';
  return (
    <Decision
      title={t('room:split.title')}
      consequence={t('room:split.text')}
      confirm={t('room:split.confirm')}
      busy={split.isPending}
      ready={ready && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        split.mutate(
          { title: title.trim(), alertIds: chosen.map(Number), reason: reason.trim() },
          { onSuccess: onClose },
        )
      }
    >
      {joined.length < 2 ? <p className={classes.warn}>{t('room:split.needsTwo')}</p> : null}
      <Checkbox.Group
        label={t('room:split.alerts')}
        value={[...chosen]}
        onChange={(values) => setChosen(values)}
      >
        <div className={classes.options}>
          {joined.map(({ alert }) => (
            <Checkbox
              key={alert.id}
              size="md"
              value={String(alert.id)}
              label={`A-${alert.number} ${alert.topicName}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t('incidents:open.name')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <WordsField value={reason} onChange={setReason} />
    </Decision>
  );
}
