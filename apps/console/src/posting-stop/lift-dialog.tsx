import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { WordsField } from '../room/words-field.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';

/** Lets a brand post again, with a reason: what was held goes on from here. */
export function LiftDialog({
  brandId,
  brand,
  held,
  onClose,
}: {
  brandId: number;
  brand: string;
  held: number;
  onClose: () => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const notice = useNotice();
  const [reason, setReason] = useState('');
  const lift = useMutation({
    mutationFn: () => api.post(`/brands/${brandId}/posting-stop/lift`, { reason: reason.trim() }),
    onSuccess: onClose,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['posting'] });
      void client.invalidateQueries({ queryKey: ['incidents'] });
    },
    onError: notice.refusal,
  });
  return (
    <Decision
      title={t('stop:lift.title', { brand })}
      consequence={t('stop:lift.text', { count: held })}
      confirm={t('stop:lift.confirm')}
      busy={lift.isPending}
      ready={reason.trim() !== ''}
      onConfirm={() => lift.mutate()}
      onClose={onClose}
    >
      <WordsField value={reason} onChange={setReason} autoFocus />
    </Decision>
  );
}
