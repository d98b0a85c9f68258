import { Link } from '@tanstack/react-router';
import type { BoardCard } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID, usualOf } from '@sturmwarte/domain';
import { memo } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { MuteMarkOnDemand } from '../mutes/mute-mark-on-demand.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { LevelMark } from '../ui/level-mark.js';
import { Sparkline } from '../ui/sparkline.js';
import { Ahead } from './ahead.js';
import { CardDuty } from './card-duty.js';
import { PraiseNotice } from './praise-notice.js';
import classes from './topic-card.module.css';

/** One topic that blows: how hard, since when, against what, where, and who is on it. */
export const TopicCard = memo(function TopicCard({ card }: { card: BoardCard }) {
  const t = useText();
  const format = useFormat();
  const usual = usualOf(card);
  return (
    <article
      className={classes.card}
      data-level={card.level}
      data-praise={card.praise != null}
      data-entry-of={card.topicId}
      aria-labelledby={`topic-${card.topicId}`}
    >
      <header className={classes.head}>
        <LevelMark level={card.level} trend={card.trend} />
        <Since card={card} />
      </header>
      <h2 id={`topic-${card.topicId}`} className={classes.name}>
        <TopicLink card={card} />
      </h2>
      {card.praise ? <PraiseNotice praise={card.praise} /> : null}
      <div className={classes.middle}>
        <div className={classes.spark}>
          <Sparkline values={card.spark} expectedHour={usual?.value ?? null} />
        </div>
        <Ratio ratio={card.ratio} />
      </div>
      <p className={classes.facts}>
        <MuteMarkOnDemand topicId={card.topicId} name={card.name} />
        <span>{t('board:negativeHour', { count: Math.round(card.observed) })}</span>
        {usual === null ? null : (
          <span>
            {t(usual.isFloor ? 'board:usuallyUpTo' : 'board:expectedHour', {
              expected: format.decimal(usual.value),
            })}
          </span>
        )}
        {card.share === null ? null : (
          <span>{t('board:share', { share: format.percent(card.share) })}</span>
        )}
        {card.doublingMinutes === null ? null : (
          <span>{t('board:doubling', { time: format.age(card.doublingMinutes * 60_000) })}</span>
        )}
        <Ahead alert={card.alert} />
      </p>
      <p className={classes.channels} aria-label={t('board:channels')} role="group">
        {card.channels.map((channel) => t(`names:channel.${channel}`)).join(' · ')}
      </p>
      <CardDuty alert={card.alert} />
    </article>
  );
});

/** The topic leads to its alert, or to what is being said about it. */
function TopicLink({ card }: { card: BoardCard }) {
  const spaceId = useSpaceId();
  const space = spaceId === LIVE_SPACE_ID ? {} : { space: spaceId };
  const entry = { 'data-entry': card.topicId, className: classes.link ?? '' };
  return card.alert ? (
    <Link to="/alerts/$alertId" params={{ alertId: card.alert.id }} search={space} {...entry}>
      {card.name}
    </Link>
  ) : (
    <Link to="/mentions" search={{ ...space, topic: card.topicId }} {...entry}>
      {card.name}
    </Link>
  );
}

function Since({ card }: { card: BoardCard }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  if (card.since === null) return <span className={classes.since}>{t('board:notJudged')}</span>;
  const time = format.moment(card.since, now);
  return (
    <span className={classes.since} title={t('board:sinceLong', { time })}>
      {t('board:since', { time })} · {format.age(now - Date.parse(card.since))}
    </span>
  );
}

function Ratio({ ratio }: { ratio: number | null }) {
  const t = useText();
  const format = useFormat();
  if (ratio === null) return <span className={classes.noRatio}>{t('board:noBaseline')}</span>;
  const value = format.ratio(ratio);
  return (
    <p className={classes.ratio} title={t('board:ratioFull', { ratio: value })}>
      <span className={classes.figure}>{value} ×</span> <span>{t('board:ratio')}</span>
    </p>
  );
}
