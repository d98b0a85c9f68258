import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { muteStands, muteWarnsAt } from '@sturmwarte/domain';
import { useEffect } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useLive } from '../live/live-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { useAnnounce } from '../ui/announcer.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import { mutesQuery } from './mutes.queries.js';
import classes from './mutes.module.css';

/** Before a mute ends every page says so, with what it has held back; when it is over, once in the corner. */
export function MuteBanner() {
  const t = useText();
  const format = useFormat();
  const space = useSpaceId();
  const now = useSpaceClock();
  const { data = [] } = useQuery(mutesQuery(space));
  useNews();
  const soon = data.filter((mute) => muteStands(mute, now) && muteWarnsAt(mute) <= now);
  if (soon.length === 0) return null;
  return (
    <section className={classes.banner} aria-label={t('mutes:banner.label')}>
      <Icon name="bellOff" />
      <ul className={classes.bare}>
        {soon.map(({ id, name, until, heldAlarms }) => (
          <li key={id}>
            {t('mutes:banner.text', {
              name,
              time: format.moment(until, now),
              left: format.age(Date.parse(until) - now),
            })}{' '}
            {heldAlarms > 0 ? (
              <strong>{t('mutes:heldAlarms', { count: heldAlarms })}. </strong>
            ) : null}
            <Link
              to="/mutes"
              search={({ space: kept }) => ({
                ...(kept === undefined ? {} : { space: kept }),
                mute: id,
              })}
            >
              {t('alerts:held.link')}
              <span className="sw-hidden">: {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said once, to eyes and ears, as the wire tells it. */
function useNews(): void {
  const t = useText();
  const format = useFormat();
  const live = useLive();
  const announce = useAnnounce();
  const notice = useNotice();
  const space = useSpaceId();
  useEffect(
    () =>
      live.listen({
        message: ({ body }) => {
          if (body.type !== 'mute' || body.spaceId !== space) return;
          const { news, name, until } = body;
          if (news !== 'warned' && news !== 'ended') return;
          const time = format.dateTime(until);
          const sentence = t(`mutes:news.${news}`, { name, time });
          notice.warning(sentence);
          announce(sentence);
        },
      }),
    [live, announce, notice, t, format, space],
  );
}
