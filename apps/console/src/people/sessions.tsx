import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import classes from './people.module.css';
import { sessionsPath, sessionsQuery } from './people.queries.js';

/** Open sessions of a person, each to be ended by a button. */
export function Sessions({ personId }: { personId: number | 'me' }) {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery(personId));
  const end = useMutation({
    mutationFn: (id: number) => api.remove<void>(`${sessionsPath(personId)}/${id}`),
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(sessionsQuery(personId)),
  });
  if (sessions.isPending) return <Skeleton rows={2} />;
  if (sessions.isError) {
    return <Problem problem={sessions.error} retry={() => void sessions.refetch()} />;
  }
  if (sessions.data.length === 0) return <p className={classes.dim}>{t('people:noSessions')}</p>;
  return (
    <ul className={classes.rows}>
      {sessions.data.map((session) => (
        <li key={session.id} className={classes.row}>
          <span className={classes.who}>
            <strong>{session.device}</strong>
            {session.current ? ` (${t('people:sessionHere')})` : null}
            <br />
            <span className={classes.small}>
              {t('people:sessionSince', {
                time: format.dateTime(session.createdAt),
                seen: format.dateTime(session.lastSeenAt),
              })}
            </span>
          </span>
          {session.current ? null : (
            <Button
              variant="default"
              aria-label={t('people:sessionEnd', { device: session.device })}
              onClick={() => end.mutate(session.id)}
            >
              {t('people:sessionEndShort')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
