import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FactorsView, TotpOffer } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from '../people/people.module.css';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { AppDialog } from './app-dialog.js';
import { useRemoveFactor } from './use-remove-factor.js';

/** The authenticator app: there is one, or none. */
export function AppRow({
  factors: { totp },
  isLast,
  onCodes,
}: {
  factors: FactorsView;
  isLast: boolean;
  onCodes: (codes: readonly string[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [removing, setRemoving] = useState(false);
  const name = t('proof:factors.app');
  const remove = useRemoveFactor('totp', name, () => setRemoving(false));
  const begin = useMutation({
    mutationFn: () => api.post<TotpOffer>('/me/factors/totp'),
    onSuccess: setOffer,
    onError: notice.refusal,
  });
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <strong>{name}</strong>
        <br />
        <span className={classes.small}>
          {totp
            ? t('proof:factors.appSince', { time: format.dateTime(totp.since) })
            : t('proof:factors.appNone')}
        </span>
      </span>
      {totp ? (
        <Button
          variant="default"
          aria-label={t('proof:factors.removeApp')}
          onClick={() => setRemoving(true)}
        >
          {t('proof:factors.remove')}
        </Button>
      ) : (
        <Button
          variant="default"
          aria-label={t('proof:factors.setUpApp')}
          loading={begin.isPending}
          onClick={() => begin.mutate()}
        >
          {t('proof:factors.setUp')}
        </Button>
      )}
      {removing ? (
        <Decision
          title={t('proof:factors.removeTitle', { name })}
          consequence={t(isLast ? 'proof:factors.removeLast' : 'proof:factors.removeText')}
          confirm={t('proof:factors.remove')}
          busy={remove.isPending}
          onClose={() => setRemoving(false)}
          onConfirm={() => remove.mutate()}
        />
      ) : null}
      {offer ? <AppDialog offer={offer} onClose={() => setOffer(null)} onCodes={onCodes} /> : null}
    </li>
  );
}
