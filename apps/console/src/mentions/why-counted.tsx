import type { MentionView } from '@sturmwarte/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { decidingWords } from './deciding-words.js';
import classes from './why-counted.module.css';

const FIRST_LOOK = 'first look';
const METRICS = ['likes', 'replies', 'reposts', 'quotes', 'views', 'reach'] as const;

/** What it counts for, how it was judged, by which words, and when it was said and seen. */
export function WhyCounted({
  id,
  mention,
  topicNames,
  sourceName,
}: {
  id: string;
  mention: MentionView;
  topicNames: ReadonlyMap<number, string>;
  sourceName: string | null;
}) {
  const t = useText();
  const format = useFormat();
  const { judgedBy: model } = mention;
  const times = (['published', 'observed', 'received'] as const).map((what) =>
    t(`mentions:why.${what}`, { time: format.dateTime(mention[`${what}At`]) }),
  );
  return (
    <dl id={id} className={classes.why}>
      <Fact name={t('mentions:why.topics')}>
        {mention.topics.length === 0 ? t('mentions:why.noTopic') : null}
        {mention.topics.map((topicId) => (
          <Link
            key={topicId}
            to="/topics/$topicId"
            params={{ topicId }}
            search={keepSpace}
            className={classes.topic ?? ''}
          >
            {topicNames.get(topicId) ?? `#${topicId}`}
          </Link>
        ))}
      </Fact>
      <Fact name={t('mentions:why.judgement')}>
        {t('mentions:why.negative', { percent: format.percent(mention.negative / 1_000) })}
      </Fact>
      <Fact name={t('mentions:why.words')}>
        <Words mention={mention} />
      </Fact>
      <Fact name={t('mentions:why.look')}>
        {model === FIRST_LOOK ? t('mentions:why.first') : t('mentions:why.second', { model })}
      </Fact>
      <Fact name={t('mentions:why.times')}>{times.join(' · ')}</Fact>
      {sourceName === null ? null : <Fact name={t('mentions:why.source')}>{sourceName}</Fact>}
      <Metrics mention={mention} />
    </dl>
  );
}

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Words({ mention }: { mention: MentionView }) {
  const t = useText();
  const words = decidingWords(mention);
  if (words.length === 0) return <>{t('mentions:why.noWords')}</>;
  return (
    <ul className={classes.words} lang={mention.lang ?? undefined}>
      {words.map(({ word, isNegative }) => (
        <li key={word} data-negative={isNegative}>
          <span aria-hidden="true">{isNegative ? '▼' : '▲'}</span> <bdi>{word}</bdi>
          <span className="sw-hidden">
            : {isNegative ? t('mentions:why.makesNegative') : t('mentions:why.makesPositive')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Metrics({ mention }: { mention: MentionView }) {
  const t = useText();
  const format = useFormat();
  const told = METRICS.flatMap((name) => {
    const count = mention.metrics?.[name];
    if (count === undefined) return [];
    const value = format.integer(count);
    return [t(`mentions:why.${name === 'reposts' ? 'repostsMetric' : name}`, { value })];
  });
  if (told.length === 0) return null;
  return <Fact name={t('mentions:why.metrics')}>{told.join(' · ')}</Fact>;
}
