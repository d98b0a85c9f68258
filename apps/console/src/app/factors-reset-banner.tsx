import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SessionView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { sessionQuery } from '../session/session.queries.js';
import { useNotice } from '../ui/notice.js';
import classes from './factors-reset-banner.module.css';

/** Tells a person that somebody took their second factors away; it stays until they have read it. */
export default function FactorsResetBanner({
  reset: { at, by },
}: {
  reset: NonNullable<SessionView['factorsReset']>;
}) {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: () => api.remove<void>('/me/factors/reset-notice'),
    onSuccess: () => client.invalidateQueries(sessionQuery),
    onError: notice.refusal,
  });
  return (
    <section className={classes.banner} aria-label={t('proof:factors.title')}>
      <p>{t('proof:reset.text', { by, time: format.dateTime(at) })}</p>
      <div className={classes.buttons}>
        <Link to="/account">{t('proof:reset.setUp')}</Link>
        <Button variant="default" loading={read.isPending} onClick={() => read.mutate()}>
          {t('proof:reset.read')}
        </Button>
      </div>
    </section>
  );
}
