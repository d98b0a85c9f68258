import { NativeSelect, Switch, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { rolesWith, TOPIC_KINDS, type TopicKind } from '@sturmwarte/domain';
import { useState, type ReactNode } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { RightButton } from '../ui/right-button.js';
import { CooldownField } from './cooldown-field.js';
import type { Draft } from './draft.js';
import { DryRun } from './dry-run.js';
import { ExpertValues } from './expert-values.js';
import { HeadStartField } from './head-start-field.js';
import { QueryField } from './query-field.js';
import { RulesField } from './rules-field.js';
import { SensitivityField } from './sensitivity-field.js';
import classes from './topic-form.module.css';
import { useQueryCheck } from './use-query-check.js';
import { WatchLanguageHelp } from './watch-language-help.js';

const DAYS = 7;

/** Name, kind, query with its dry run, rules: the same for a new topic and for a known one. */
export function TopicForm({
  title,
  brandId,
  draft,
  onDraft,
  submit,
  busy,
  ready,
  onSubmit,
  first = null,
  notes = null,
  buttons = null,
  lookBack = null,
}: {
  /** The heading. */
  title: ReactNode;
  /** Whose topic it is; null while unknown. */
  brandId: number | null;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  submit: string;
  busy: boolean;
  ready: boolean;
  onSubmit: () => void;
  first?: ReactNode;
  /** What saving means. */
  notes?: ReactNode;
  buttons?: ReactNode;
  /** The way to what would have happened with this. */
  lookBack?: ReactNode;
}) {
  const t = useText();
  const mayEdit = useMay()('topics.edit', brandId);
  // Only how it begins: who folds it away while it is set has seen it.
  const [isOpen] = useState(draft.headStart !== '');
  const [days, setDays] = useState<number>(DAYS);
  const check = useQueryCheck(mayEdit ? brandId : null, draft.query, days);
  const isWrong = check.mistakes.length > 0;
  const send = (): void => {
    if (ready && !isWrong) onSubmit();
  };
  const set = (change: Partial<Draft>): void => onDraft({ ...draft, ...change });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {title}
      {mayEdit ? null : <ReadOnly />}
      <div className={classes.fields}>
        {first}
        <TextInput
          label={t('topics:form.name')}
          value={draft.name}
          maxLength={120}
          readOnly={!mayEdit}
          autoComplete="off"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('topics:form.kind')}
          value={draft.kind}
          disabled={!mayEdit}
          onChange={(event) => set({ kind: event.currentTarget.value as TopicKind })}
          data={TOPIC_KINDS.map((kind) => ({ value: kind, label: t(`names:topicKind.${kind}`) }))}
        />
      </div>
      <QueryField
        value={draft.query}
        mistakes={check.mistakes}
        state={stateOf(check, draft.query)}
        readOnly={!mayEdit}
        onChange={(query) => set({ query })}
      />
      <WatchLanguageHelp />
      {mayEdit ? <DryRun check={check} days={days} onDays={setDays} /> : null}
      <SensitivityField
        value={draft.sensitivity}
        isOwn={draft.headStart.trim() !== ''}
        readOnly={!mayEdit}
        onChange={(sensitivity) => set({ sensitivity, headStart: '' })}
      />
      <ExpertValues open={isOpen}>
        <HeadStartField
          value={draft.headStart}
          sensitivity={draft.sensitivity}
          readOnly={!mayEdit}
          onChange={(headStart) => set({ headStart })}
        />
      </ExpertValues>
      <CooldownField
        value={draft.cooldownMinutes}
        readOnly={!mayEdit}
        onChange={(cooldownMinutes) => set({ cooldownMinutes })}
      />
      <RulesField rules={draft.rules} readOnly={!mayEdit} onChange={(rules) => set({ rules })} />
      {lookBack}
      <Switch
        size="md"
        label={t('topics:form.active')}
        description={t('topics:form.activeHint')}
        checked={draft.active}
        disabled={!mayEdit}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
      {notes}
      <div className={classes.buttons}>
        {buttons}
        <RightButton
          right="topics.edit"
          brandId={brandId}
          loading={busy}
          {...(ready && !isWrong ? {} : { 'data-disabled': true, 'aria-disabled': true })}
          onClick={send}
        >
          {submit}
        </RightButton>
      </div>
    </form>
  );
}

function stateOf(
  check: ReturnType<typeof useQueryCheck>,
  query: string,
): 'unknown' | 'checking' | 'good' | 'wrong' {
  if (check.isChecking) return 'checking';
  if (check.mistakes.length > 0) return 'wrong';
  return query.trim() !== '' && check.answer?.ok === true ? 'good' : 'unknown';
}

function ReadOnly() {
  const t = useText();
  const roles = rolesWith('topics.edit').map((role) => t(`names:role.${role}`));
  return <p className={classes.dim}>{t('topics:form.readOnly', { roles: roles.join(', ') })}</p>;
}
