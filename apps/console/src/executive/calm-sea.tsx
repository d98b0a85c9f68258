import { Link } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { useFormat } from '../language/format.js';
import { WindBarb } from '../ui/wind-barb.js';
import classes from './calm-sea.module.css';

/** No incident: what will stand here, and that the page is awake. */
export function CalmSea() {
  const t = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  return (
    <section className={classes.calm} aria-labelledby="calm-title">
      <p className={classes.page}>{t('executive:title')}</p>
      <WindBarb level={0} size={72} />
      <h1 id="calm-title">{t('executive:calmTitle')}</h1>
      <p className={classes.text}>{t('executive:calmText')}</p>
      <p className={classes.dim}>
        {t('executive:standing', { time: format.dateTime(now) })} · {t('executive:live')}
      </p>
      <Link to="/" search={(before) => before}>
        {t('executive:toBoard')}
      </Link>
    </section>
  );
}
