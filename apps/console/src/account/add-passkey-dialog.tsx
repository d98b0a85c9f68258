import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PasskeyOptions, RecoveryCodesView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { FormRefusal } from '../entry/form-note.js';
import form from '../entry/form.module.css';
import { useText } from '../language/text.js';
import { makePasskey, PasskeyStopped } from '../proof/passkeys.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { factorsQuery } from './factors.queries.js';

/** A name, then the device asks. */
export function AddPasskeyDialog({
  onClose,
  onCodes,
}: {
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const adding = useMutation({
    mutationFn: async () => {
      const options = await api.post<PasskeyOptions>('/me/factors/passkeys/options');
      const attestation = await makePasskey(options);
      return api.post<RecoveryCodesView>('/me/factors/passkeys', { name, attestation });
    },
    onSuccess: ({ recoveryCodes }) => {
      notice.done(t('proof:factors.passkeyAdded', { name: name.trim() }));
      onClose();
      if (recoveryCodes) onCodes(recoveryCodes);
    },
    onSettled: () => client.invalidateQueries(factorsQuery),
  });
  return (
    <Decision
      title={t('proof:factors.addPasskey')}
      consequence={t('proof:factors.passkeyConsequence')}
      confirm={t('proof:factors.addPasskey')}
      busy={adding.isPending}
      ready={name.trim() !== ''}
      onClose={onClose}
      onConfirm={() => adding.mutate()}
    >
      <TextInput
        label={t('proof:factors.passkeyName')}
        description={t('proof:factors.passkeyNameHint')}
        data-autofocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {adding.error instanceof PasskeyStopped ? (
        <p className={form.note} role="alert">
          {t('proof:passkeyStopped')}
        </p>
      ) : (
        <FormRefusal problem={adding.error} />
      )}
    </Decision>
  );
}
