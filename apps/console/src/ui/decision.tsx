import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../language/text.js';
import './late.css';
import classes from './decision.module.css';

/** A decision sits alone, says in one sentence what follows, and asks once more. */
export function Decision({
  title,
  consequence,
  confirm,
  busy,
  ready = true,
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
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <form
        className={classes.decision}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
      >
        <p className={classes.consequence}>{consequence}</p>
        {children}
        <div className={classes.buttons}>
          <Button variant="default" data-autofocus={children ? undefined : true} onClick={onClose}>
            {t('app:action.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
