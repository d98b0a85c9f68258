import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../language/text.js';
import './late.css';
import classes from './decision.module.css';
import { useReturnFocus } from './use-return-focus.js';

/** A secret that is shown this one time: a link, a token. Closing it forgets it. */
export function ShownOnce({
  title,
  text,
  label,
  secret,
  onClose,
  children,
}: {
  title: string;
  text: string;
  label: string;
  secret: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  useReturnFocus();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <div className={classes.decision}>
        <p className={classes.consequence}>{text}</p>
        <TextInput
          label={label}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        {children}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app:action.close')}
          </Button>
          <Button onClick={() => void copy()}>
            {copied ? t('app:action.copied') : t('app:action.copy')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
