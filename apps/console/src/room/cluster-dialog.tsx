import { Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import {
  SCCT_CLUSTERS,
  SCCT_STRATEGIES,
  type ScctCluster,
  type ScctStrategy,
} from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import classes from './panel.module.css';
import { useRoom } from './room-context.js';
import { WordsField } from './words-field.js';

/** Whose fault people see in it, and how we answer; a hint, never a gate. */
export function ClusterDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const [cluster, setCluster] = useState<ScctCluster>(incident.cluster?.cluster ?? 'accidental');
  const [strategies, setStrategies] = useState<readonly ScctStrategy[]>(
    incident.cluster?.strategies ?? ['inform', 'adjust'],
  );
  const [reason, setReason] = useState('');
  const isMixed = strategies.includes('deny') && strategies.includes('rebuild');
  return (
    <OrderDialog
      title={t('room:cluster.title')}
      consequence={t('room:cluster.text')}
      confirm={t('room:cluster.confirm')}
      order={
        reason.trim() === ''
          ? null
          : { type: 'set-cluster', cluster, strategies: [...strategies], reason: reason.trim() }
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('room:cluster.label')}
        value={cluster}
        onChange={(event) => setCluster(event.currentTarget.value as ScctCluster)}
        data={SCCT_CLUSTERS.map((one) => ({ value: one, label: t(`room:cluster.${one}`) }))}
      />
      <Checkbox.Group
        label={t('room:cluster.strategies')}
        value={[...strategies]}
        onChange={(values) => setStrategies(SCCT_STRATEGIES.filter((one) => values.includes(one)))}
      >
        <div className={classes.options}>
          {SCCT_STRATEGIES.map((one) => (
            <Checkbox key={one} size="md" value={one} label={t(`room:strategy.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {isMixed ? (
        <p className={classes.warn} role="status">
          {t('room:cluster.mixed')}
        </p>
      ) : null}
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}
