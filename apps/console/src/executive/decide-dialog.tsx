import { Textarea } from '@mantine/core';
import type { ExecutiveRequest } from '@sturmwarte/domain';
import { useState } from 'react';
import { useOrder } from '../incidents/use-order.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';

/** Asks once more; against the recommendation it also asks why. */
export function DecideDialog({
  id,
  request,
  option,
  onClose,
}: {
  id: number;
  request: ExecutiveRequest;
  option: string;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const order = useOrder(id);
  const [reason, setReason] = useState('');
  const labelOf = (name: string): string =>
    request.options.find((one) => one.id === name)?.label ?? name;
  const { recommended } = request;
  const against = recommended !== null && recommended !== option;
  const label = labelOf(option);
  const why = reason.trim() === '' ? null : reason.trim();
  return (
    <Decision
      title={t('executive:confirmTitle', { option: label })}
      consequence={t('executive:confirmText')}
      confirm={t('executive:confirm')}
      busy={order.isPending}
      ready={!against || why !== null}
      onClose={onClose}
      onConfirm={() =>
        order.mutate(
          { type: 'decide-request', request: request.id, option, reason: why },
          {
            onSuccess: () => {
              notice.done(t('executive:decided', { option: label }));
              onClose();
            },
            onError: notice.refusal,
          },
        )
      }
    >
      {against ? <p>{t('executive:against', { option: labelOf(recommended) })}</p> : null}
      <Textarea
        label={against ? t('executive:reason') : t('executive:reasonOptional')}
        required={against}
        withAsterisk={false}
        maxLength={2_000}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Decision>
  );
}
