import { Textarea } from '@mantine/core';
import type { AlertView } from '@sturmwarte/contracts';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../language/text.js';
import { RightButton } from '../ui/right-button.js';
import classes from './note-form.module.css';
import { useAlertActions } from './use-alert-actions.js';

const NOTE_MAX = 2_000;

export function NoteForm({ alert }: { alert: AlertView }) {
  const t = useText();
  const { note } = useAlertActions(alert);
  const [text, setText] = useState('');
  const send = (): void => {
    if (text.trim() === '') return;
    note.mutate(text.trim(), { onSuccess: () => setText('') });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        className={classes.text ?? ''}
        label={t('alerts:action.noteLabel')}
        description={t('alerts:action.noteHint')}
        maxLength={NOTE_MAX}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <RightButton
        right="alert.note"
        brandId={alert.brandId}
        variant="default"
        loading={note.isPending}
        onClick={send}
      >
        {t('alerts:action.addNote')}
      </RightButton>
    </form>
  );
}
