import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import form from '../entry/form.module.css';
import { useText } from '../language/text.js';
import '../ui/late.css';
import classes from './factors.module.css';

/** Shown this one time. */
export function RecoveryCodesDialog({
  codes,
  onClose,
}: {
  codes: readonly string[];
  onClose: () => void;
}) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('proof:codes.title')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={form.form}>
        <p>{t('proof:codes.text')}</p>
        <ul className={classes.codes} aria-label={t('proof:codes.list')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className={classes.buttons}>
          <Button variant="default" data-autofocus onClick={() => void copy()}>
            {copied ? t('app:action.copied') : t('app:action.copy')}
          </Button>
          <Button onClick={onClose}>{t('proof:codes.kept')}</Button>
        </div>
      </div>
    </Modal>
  );
}
