import { TextInput } from '@mantine/core';
import { sourcePatchSchema, type SourceView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useSourceActions } from './source-actions.js';
import { readLimits, SourceLimits, typedLimits } from './source-limits.js';

export function ChangeSourceDialog({
  source,
  onClose,
}: {
  source: SourceView;
  onClose: () => void;
}) {
  const t = useText();
  const { change } = useSourceActions();
  const [name, setName] = useState(source.name);
  const [limits, setLimits] = useState(typedLimits(source));
  const patch = sourcePatchSchema.safeParse({ name, ...readLimits(limits) });
  return (
    <Decision
      title={t('sources:changeTitle', { name: source.name })}
      consequence={t('sources:changeText')}
      confirm={t('app:action.save')}
      busy={change.isPending}
      ready={patch.success}
      onClose={onClose}
      onConfirm={() =>
        patch.success && change.mutate({ id: source.id, patch: patch.data }, { onSuccess: onClose })
      }
    >
      <TextInput
        label={t('sources:field.name')}
        value={name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SourceLimits value={limits} onChange={setLimits} />
    </Decision>
  );
}
