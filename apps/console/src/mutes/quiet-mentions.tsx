import type { MentionView } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import classes from './mutes.module.css';

/** The newest mentions a mute kept from counting. */
export function QuietMentions({ mentions }: { mentions: readonly MentionView[] }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  if (mentions.length === 0) return <p className={classes.small}>{t('mutes:quietNothing')}</p>;
  return (
    <ul className={classes.events}>
      {mentions.map(({ id, observedAt, author, channel, title, text, lang }) => (
        <li key={id}>
          <span className={classes.small}>
            <time dateTime={observedAt}>{format.moment(observedAt, now)}</time> ·{' '}
            {author ?? t('mentions:row.anonymous')} · {t(`names:channel.${channel}`)}
          </span>
          <p className={classes.words} dir="auto" lang={lang ?? undefined}>
            {title ?? text}
          </p>
        </li>
      ))}
    </ul>
  );
}
