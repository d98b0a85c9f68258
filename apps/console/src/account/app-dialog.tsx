import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryCodesView, TotpOffer } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { FormRefusal } from '../entry/form-note.js';
import form from '../entry/form.module.css';
import { useText } from '../language/text.js';
import '../ui/late.css';
import { useNotice } from '../ui/notice.js';
import classes from './factors.module.css';
import { factorsQuery } from './factors.queries.js';
import { QrCode } from './qr-code.js';

/** Key and picture for the app; its first code makes it count. */
export function AppDialog({
  offer,
  onClose,
  onCodes,
}: {
  offer: TotpOffer;
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const confirming = useMutation({
    mutationFn: () => api.post<RecoveryCodesView>('/me/factors/totp/confirm', { code }),
    onSuccess: ({ recoveryCodes }) => {
      notice.done(t('proof:app.done'));
      onClose();
      if (recoveryCodes) onCodes(recoveryCodes);
    },
    onSettled: () => client.invalidateQueries(factorsQuery),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('proof:app.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          confirming.mutate();
        }}
      >
        <p>{t('proof:app.scan')}</p>
        <QrCode text={offer.uri} label={t('proof:app.picture')} />
        <Textarea
          rows={2}
          label={t('proof:app.key')}
          value={offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          readOnly
          className={classes.key}
          onFocus={(event) => event.currentTarget.select()}
        />
        <TextInput
          label={t('proof:app.code')}
          data-autofocus
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={16}
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormRefusal problem={confirming.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app:action.cancel')}
          </Button>
          <Button type="submit" loading={confirming.isPending}>
            {t('proof:app.submit')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
