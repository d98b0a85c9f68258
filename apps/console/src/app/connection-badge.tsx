import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import { useLiveStatus } from '../live/live-context.js';
import { useLocalNow } from '../live/use-local-now.js';
import classes from './connection-badge.module.css';

const SIGNS = { connecting: '◌', connected: '●', delayed: '◐', disconnected: '○' } as const;

/** ● connected, ◐ delayed, ○ disconnected; with the age of the data as soon as it matters. */
export function ConnectionBadge() {
  const t = useText();
  const format = useFormat();
  const { connection, lastHeardAt } = useLiveStatus();
  const now = useLocalNow();
  const state = t(`app:connection.${connection}`);
  const age = lastHeardAt === null ? '–' : format.age(now - lastHeardAt);
  const isOld = lastHeardAt !== null && connection !== 'connected';
  return (
    <span
      className={classes.badge}
      data-connection={connection}
      title={t('app:connection.title', { state, age })}
    >
      <span aria-hidden="true">{SIGNS[connection]}</span>
      <span className={classes.word}>{state}</span>
      {isOld ? <span className={classes.age}>{t('app:connection.age', { age })}</span> : null}
    </span>
  );
}
