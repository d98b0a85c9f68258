import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgreedView } from '@sturmwarte/contracts';
import type { AgreedRole, BoundVariant } from '@sturmwarte/domain';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import classes from './wordings.module.css';
import { agreedWordingsQuery } from './wordings.queries.js';

/** Which texts, once more: each is approved by itself, with the hash that is on screen. */
export function ApproveDialog({
  wording,
  role,
  variants,
  onClose,
}: {
  wording: AgreedView;
  role: AgreedRole;
  variants: readonly BoundVariant[];
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [hashes, setHashes] = useState<readonly string[]>(variants.map(({ hash }) => hash));
  const chosen = variants.filter(({ hash }) => hashes.includes(hash));
  const approve = useMutation({
    mutationFn: () =>
      api.post<AgreedView>(`/agreed-wordings/${wording.id}/approve`, {
        role,
        variants: chosen.map(({ channel, language, hash }) => ({ channel, language, hash })),
      }),
    onSuccess: () => {
      notice.done(t('wording:approve.done'));
      onClose();
    },
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries({ queryKey: agreedWordingsQuery.queryKey }),
  });
  return (
    <Decision
      title={t('wording:approve.button', { role: t(`names:role.${role}`) })}
      consequence={t('wording:approve.text')}
      confirm={t('wording:approve.confirm')}
      busy={approve.isPending}
      ready={chosen.length > 0}
      onClose={onClose}
      onConfirm={() => approve.mutate()}
    >
      <div role="group" className={classes.choices} aria-label={t('wording:approve.texts')}>
        {variants.map(({ channel, language, hash }) => (
          <Checkbox
            key={hash}
            label={`${t(`playbooks:channel.${channel}`)}, ${t(`wording:language.${language}`)}`}
            checked={hashes.includes(hash)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setHashes(checked ? [...hashes, hash] : hashes.filter((other) => other !== hash));
            }}
          />
        ))}
      </div>
    </Decision>
  );
}
