import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { isRinging } from '../alarm/ringing.js';
import { openAlarmsQuery } from '../alerts/alerts.queries.js';
import { useFormat } from '../language/format.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpace } from '../spaces/use-space.js';
import { onDemand } from '../ui/on-demand.js';
import classes from './space-banner.module.css';

const SpaceActions = onDemand(
  async () => (await import('../spaces/space-actions.js')).SpaceActions,
);

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

/** As long as one looks at a drill or a replay, nobody may take it for real. */
export function SpaceBanner() {
  const t = useText();
  const format = useFormat();
  const space = useSpace();
  const now = useSpaceClock();
  const { data } = useQuery(openAlarmsQuery);
  if (!space || space.kind === 'live') return null;
  const waiting = data?.filter(isRinging).length ?? 0;
  return (
    <aside className={classes.banner}>
      <strong className={classes.word}>
        {space.kind === 'drill' ? t('app:space.drillBanner') : t('app:space.replayBanner')}
      </strong>
      <span className={classes.name}>
        {space.name}
        {space.endedAt ? ` (${t('app:space.ended')})` : ''}
      </span>
      <span>{t('app:space.clock', { time: format.dateTime(now) })}</span>
      {waiting > 0 ? <strong>{t('app:space.liveAlarms', { count: waiting })}</strong> : null}
      <SpaceActions space={space} />
      <Link to="/sandbox" search={keepSpace as never} className={classes.back}>
        {t('app:nav.sandbox')}
      </Link>
      <Link to="/" search={{}} className={classes.back}>
        {t('app:space.back')}
      </Link>
    </aside>
  );
}
