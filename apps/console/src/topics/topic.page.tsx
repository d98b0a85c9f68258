import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { useMemo, useState } from 'react';
import { CoursePanel } from '../alerts/course-panel.js';
import { courseOf } from '../alerts/course.js';
import { TopicProposal } from '../backtest/topic-proposal.js';
import { boardQuery } from '../board/board.queries.js';
import { PraiseNotice } from '../board/praise-notice.js';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Skeleton } from '../ui/skeleton.js';
import { TopicMute } from '../mutes/topic-mute.js';
import { EditTopic } from './edit-topic.js';
import classes from './topic.page.module.css';
import { topicCurveQuery, topicsQuery } from './topics.queries.js';

/** One topic: how it goes, and what is watched. */
export function TopicPage() {
  const t = useText();
  const { topicId } = useParams({ from: '/watch/topics/$topicId' });
  const topics = useQuery(topicsQuery(useSpaceId()));
  const topic = topics.data?.find(({ id }) => id === topicId);
  return (
    <div className={classes.topic}>
      <BackLink />
      {topics.isPending ? <Skeleton rows={3} height={120} /> : null}
      {topics.data && !topic ? <p>{t('topics:gone')}</p> : null}
      {topic ? <Topic key={topic.id} topic={topic} /> : null}
    </div>
  );
}

function Topic({ topic }: { topic: TopicView }) {
  const t = useText();
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>{topic.name}</h1>
        <Link
          to="/mentions"
          search={({ space }) => ({ ...(space === undefined ? {} : { space }), topic: topic.id })}
        >
          {t('topics:mentions')}
        </Link>
      </header>
      <TopicPraise id={topic.id} />
      <TopicMute topic={topic} />
      <TopicCourse topic={topic} />
      <TopicProposal topic={topic} />
      <EditTopic topic={topic} />
    </>
  );
}

/** As the board has it, so it moves with the board. */
function TopicPraise({ id }: { id: number }) {
  const board = useQuery(boardQuery(useSpaceId()));
  const praise = board.data?.cards.find(({ topicId }) => topicId === id)?.praise;
  return praise ? <PraiseNotice praise={praise} /> : null;
}

function TopicCourse({ topic }: { topic: TopicView }) {
  const t = useText();
  const [hours, setHours] = useState(24);
  const curve = useQuery(topicCurveQuery(topic.id, hours));
  const course = useMemo(() => (curve.data ? courseOf(curve.data, null) : null), [curve.data]);
  return (
    <CoursePanel
      title={t('topics:course.title')}
      hours={hours}
      onHours={setHours}
      curve={curve}
      course={course}
      topic={{ ...topic, topicId: topic.id }}
    />
  );
}

/** On a narrow screen the list is not beside it. */
export function BackLink() {
  const t = useText();
  return (
    <Link to="/topics" search={(before) => before} className={classes.back ?? ''}>
      <Icon name="back" size={16} /> {t('topics:back')}
    </Link>
  );
}
