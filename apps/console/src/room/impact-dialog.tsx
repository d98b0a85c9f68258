import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { IMPACTS, type Impact } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { OrderDialog } from './order-dialog.js';
import classes from './panel.module.css';
import { useRoom } from './room-context.js';
import { WordsField } from './words-field.js';

/** How grave it is: set by those who may, proposed by everybody else. */
export function ImpactDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const sets = useMay()('incident.axes', incident.brandId);
  const [impact, setImpact] = useState<Impact | null>(incident.proposedImpact?.impact ?? null);
  const [reason, setReason] = useState('');
  return (
    <OrderDialog
      title={t('room:impact.title')}
      consequence={t(sets ? 'room:impact.text' : 'room:impact.proposeText')}
      confirm={t(sets ? 'room:impact.confirm' : 'room:impact.propose')}
      order={
        impact === null || reason.trim() === '' || impact === incident.impact?.impact
          ? null
          : { type: 'set-impact', impact, reason: reason.trim() }
      }
      onClose={onClose}
    >
      <Radio.Group
        label={t('room:impact.label')}
        value={impact}
        onChange={(value) => setImpact(IMPACTS.find((one) => one === value) ?? null)}
      >
        <div className={classes.options}>
          {IMPACTS.map((one) => (
            <Radio
              key={one}
              size="md"
              value={one}
              label={t('incidents:impact.long', {
                impact: one,
                name: t(`incidents:impact.${one}`),
              })}
              description={t(`room:impact.means.${one}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}
