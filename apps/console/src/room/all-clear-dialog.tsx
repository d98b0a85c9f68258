import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { exitCriteria } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './all-clear-dialog.module.css';
import { OrderDialog } from './order-dialog.js';
import { useRoom } from './room-context.js';
import { useCriterionName } from './use-criterion-name.js';
import { WordsField } from './words-field.js';

/** The all-clear: what holds, what does not, what only a person can say; with a reason where something is missing. */
export function AllClearDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident, playbooks } = useRoom();
  const nameOf = useCriterionName();
  const at = new Date(useSpaceClock()).toISOString();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const criteria = exitCriteria(incident, playbooks, at);
  const missing = criteria.filter(
    ({ key, state }) => state === 'unmet' || (state === 'ask' && !confirmed.includes(key)),
  );
  const why = reason.trim();
  return (
    <OrderDialog
      title={t('room:allClear.title')}
      consequence={t('room:allClear.text')}
      confirm={t('room:allClear.confirm')}
      order={
        missing.length > 0 && why === ''
          ? null
          : {
              type: 'give-all-clear',
              note: note.trim(),
              confirmed: [...confirmed],
              reason: why === '' ? null : why,
            }
      }
      onClose={onClose}
    >
      <ul className={classes.criteria}>
        {criteria.map((one) => (
          <li key={one.key} data-state={one.state} className={classes.criterion}>
            {one.state === 'ask' ? (
              <Checkbox
                size="md"
                label={nameOf(one)}
                checked={confirmed.includes(one.key)}
                onChange={(event) =>
                  setConfirmed(
                    event.currentTarget.checked
                      ? [...confirmed, one.key]
                      : confirmed.filter((key) => key !== one.key),
                  )
                }
              />
            ) : (
              <>
                <Icon name={one.state === 'met' ? 'check' : 'cross'} size={16} />
                <span>
                  {nameOf(one)}{' '}
                  <span className={classes.state}>
                    {t(one.state === 'met' ? 'room:allClear.met' : 'room:allClear.unmet')}
                  </span>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <WordsField
          value={reason}
          onChange={setReason}
          label={t('room:allClear.reason')}
          description={t('room:allClear.missing', { count: missing.length })}
        />
      ) : null}
      <WordsField value={note} onChange={setNote} label={t('room:allClear.note')} optional />
    </OrderDialog>
  );
}
