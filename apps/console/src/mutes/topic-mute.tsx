import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { coversTopic } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import { useKeptFocus } from '../ui/use-kept-focus.js';
import { MuteRow } from './mute-row.js';
import { mutesQuery } from './mutes.queries.js';
import classes from './mutes.module.css';
import { SetMuteDialog } from './set-mute-dialog.js';

/** Whether a topic is muted, and what does not count for it, on its own page. */
export function TopicMute({ topic }: { topic: TopicView }) {
  const t = useText();
  const now = useSpaceClock();
  const isOver = useIsSpaceOver();
  const { data } = useQuery(mutesQuery(topic.spaceId));
  const [adding, setAdding] = useState(false);
  const place = useKeptFocus<HTMLElement>();
  const mute = data?.find(
    ({ subject, endedAt, until }) =>
      subject.kind === 'topic' &&
      subject.topicId === topic.id &&
      endedAt === null &&
      Date.parse(until) > now,
  );
  const quieting =
    data?.filter(
      (one) =>
        one.subject.kind !== 'topic' &&
        one.endedAt === null &&
        Date.parse(one.until) > now &&
        coversTopic(one, topic),
    ) ?? [];
  return (
    <section ref={place} className={classes.list} aria-label={t('mutes:topic.title')}>
      {mute ? (
        <ul className={classes.bare}>
          <MuteRow mute={mute} />
        </ul>
      ) : (
        <div className={classes.row}>
          <span className={classes.facts}>{t('mutes:topic.none')}</span>
          <Link to="/mutes" search={({ space }) => (space === undefined ? {} : { space })}>
            {t('mutes:topic.all')}
          </Link>
          {!isOver ? (
            <RightButton
              right="mute.set"
              brandId={topic.brandId}
              variant="default"
              leftSection={<Icon name="bellOff" size={16} />}
              onClick={() => setAdding(true)}
            >
              {t('mutes:topic.add')}
            </RightButton>
          ) : null}
        </div>
      )}
      {quieting.length > 0 ? (
        <ul className={classes.below}>
          {quieting.map((one) => (
            <MuteRow key={one.id} mute={one} />
          ))}
        </ul>
      ) : null}
      {adding ? <SetMuteDialog topic={topic} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
