import { mailSettingsSchema, webhookSettingsSchema, type ExitView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { draftOf, settingsOf, type ExitDraft } from './exit-draft.js';
import { ExitForm } from './exit-form.js';
import { useExitActions } from './exits.queries.js';

export function ChangeExitDialog({ exit, onClose }: { exit: ExitView; onClose: () => void }) {
  const t = useText();
  const { change } = useExitActions();
  const [draft, setDraft] = useState(() => draftOf(exit));
  const settings = settingsOf(draft);
  const { name, channels, password } = draft;
  const patch = {
    ...{ name: name.trim(), channels },
    ...(settings === undefined ? {} : { settings }),
    ...(password === null ? {} : { password }),
  };
  return (
    <Decision
      title={t('exits:changeTitle', { name: exit.name })}
      consequence={t('exits:changeText')}
      confirm={t('app:action.save')}
      busy={change.isPending}
      ready={isWhole(draft)}
      onClose={onClose}
      onConfirm={() => change.mutate({ id: exit.id, patch }, { onSuccess: onClose })}
    >
      <ExitForm value={draft} onChange={setDraft} isNew={false} />
    </Decision>
  );
}

function isWhole(draft: ExitDraft): boolean {
  if (draft.name.trim() === '' || draft.channels.length === 0) return false;
  if (draft.kind === 'sandbox') return true;
  const schema = draft.kind === 'webhook' ? webhookSettingsSchema : mailSettingsSchema;
  return schema.safeParse(settingsOf(draft)).success;
}
