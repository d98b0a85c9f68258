import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryCodesView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import classes from '../people/people.module.css';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { factorsQuery } from './factors.queries.js';

/** How many recovery codes are left, and ten new ones. */
export function CodesRow({
  left,
  needed,
  onCodes,
}: {
  left: number;
  /** There is a factor they stand in for. */
  needed: boolean;
  onCodes: (codes: readonly string[]) => void;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: () => api.post<RecoveryCodesView>('/me/factors/recovery-codes'),
    onSuccess: ({ recoveryCodes }) => {
      setAsking(false);
      if (recoveryCodes) onCodes(recoveryCodes);
    },
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(factorsQuery),
  });
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <strong>{t('proof:factors.codes')}</strong>
        <br />
        <span className={classes.small}>
          {needed ? t('proof:factors.codesLeft', { count: left }) : t('proof:factors.codesNone')}
        </span>
      </span>
      {needed ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('proof:factors.renew')}
        </Button>
      ) : null}
      {asking ? (
        <Decision
          title={t('proof:factors.renewTitle')}
          consequence={t('proof:factors.renewText')}
          confirm={t('proof:factors.renew')}
          busy={renew.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => renew.mutate()}
        />
      ) : null}
    </li>
  );
}
