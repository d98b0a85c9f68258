import type { PlaybookRun, PlaybookStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { PersonField } from './person-field.js';

/** Gives a step to somebody, or back to its role. */
export function AssignDialog({
  run,
  step,
  onClose,
}: {
  run: PlaybookRun;
  step: PlaybookStep;
  onClose: () => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const before = run.steps[step.id]?.person?.id ?? null;
  const [person, setPerson] = useState<number | null>(before);
  return (
    <OrderDialog
      title={t('steps:step.assignTitle', { step: step.title[language] })}
      consequence={t('steps:step.assignText')}
      confirm={t('steps:step.assignConfirm')}
      order={
        person === before
          ? null
          : {
              type: 'assign-step',
              run: run.id,
              step: step.id,
              person: person === null ? null : { id: person },
            }
      }
      onClose={onClose}
    >
      <PersonField
        label={t('room:person')}
        nobody={t('steps:step.nobody', { role: t(`names:role.${step.role}`) })}
        role={step.role}
        value={person}
        onChange={setPerson}
      />
    </OrderDialog>
  );
}
