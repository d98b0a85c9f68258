import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { muteStands, muteWarnsAt } from '@sturmwarte/domain';
import { useEffect } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { useAnnounce } from '../ui/announcer.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import { muteName } from './mute-name.js';
import type { HeardNews } from './mute-news.js';
import { mutesQuery } from './mutes.queries.js';
import classes from './mutes.module.css';

/** Before a mute ends every page says so, with what it has held back; when it is over, once in the corner. */
export function MuteBanner(news: HeardNews) {
  const t = useText();
  const format = useFormat();
  const space = useSpaceId();
  const now = useSpaceClock();
  const { data = [] } = useQuery(mutesQuery(space));
  useNews(news);
  const soon = data.filter((mute) => muteStands(mute, now) && muteWarnsAt(mute) <= now);
  if (soon.length === 0) return null;
  return (
    <section className={classes.banner} aria-label={t('mutes:banner.label')}>
      <Icon name="bellOff" />
      <ul className={classes.bare}>
        {soon.map(({ id, until, heldAlarms, heldMentions, heldLately, ...mute }) => (
          <li key={id}>
            {t('mutes:banner.text', {
              name: muteName(mute, t),
              time: format.moment(until, now),
              left: format.age(Date.parse(until) - now),
            })}{' '}
            {heldAlarms > 0 ? (
              <strong>{t('mutes:heldAlarms', { count: heldAlarms })}. </strong>
            ) : null}
            {heldMentions > 0 ? (
              <strong>
                {t('mutes:heldMentions', {
                  count: heldMentions,
                  lately: format.integer(heldLately),
                })}
                .{' '}
              </strong>
            ) : null}
            <Link
              to="/mutes"
              search={({ space: kept }) => ({
                ...(kept === undefined ? {} : { space: kept }),
                mute: id,
              })}
            >
              {t('alerts:held.link')}
              <span className="sw-hidden">: {muteName(mute, t)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said once, to eyes and ears, as the wire told it. */
function useNews({ heard, take }: HeardNews): void {
  const t = useText();
  const format = useFormat();
  const announce = useAnnounce();
  const notice = useNotice();
  const space = useSpaceId();
  useEffect(() => {
    for (const { spaceId, news, until, ...mute } of take()) {
      if (spaceId !== space || (news !== 'loud' && news !== 'warned' && news !== 'ended')) continue;
      const time = format.dateTime(until);
      const sentence = t(`mutes:news.${news}`, { name: muteName(mute, t), time });
      notice.warning(sentence);
      announce(sentence);
    }
  }, [heard, take, announce, notice, t, format, space]);
}
