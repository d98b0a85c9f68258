import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../language/text.js';
import './late.css';
import classes from './decision.module.css';
import { useReturnFocus } from './use-return-focus.js';

/** A decision sits alone, says in one sentence what follows, and asks once more. */
export function Decision({
  title,
  consequence,
  confirm,
  busy,
  ready = true,
  size = 'md',
  tone,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  consequence: string;
  /** The verb on the button. */
  confirm: string;
  busy: boolean;
  ready?: boolean;
  /** `lg` where there is a text to read. */
  size?: 'md' | 'lg';
  /** Red for what people must not do lightly. */
  tone?: 'red' | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <form
        className={classes.decision}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
      >
        <p className={classes.consequence} data-tone={tone}>
          {consequence}
        </p>
        {children}
        <div className={classes.buttons}>
          <Button variant="default" data-autofocus={children ? undefined : true} onClick={onClose}>
            {t('app:action.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready} {...(tone ? { color: tone } : {})}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
