import type { MentionView } from '@sturmwarte/contracts';
import { Link } from '@tanstack/react-router';
import { memo, useId, useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { MentionText } from '../ui/mention-text.js';
import { safeLink } from '../ui/safe-link.js';
import classes from './mention-row.module.css';
import { PolarityMark } from './polarity-mark.js';
import { WhyCounted } from './why-counted.js';

/** Longer texts are shown in part first. */
const LONG_CHARS = 420;
const LONG_LINES = 6;

export interface RowNames {
  readonly topics: ReadonlyMap<number, string>;
  readonly sources: ReadonlyMap<number, string>;
}

/** One mention: when, how it sounds, who by pseudonym, where; its text as text; what was folded under it. */
export const MentionRow = memo(function MentionRow({
  mention,
  names,
  today,
  onCite = null,
  onMute = null,
}: {
  mention: MentionView;
  names: RowNames;
  /** An instant of today, ms: on the same day the time alone is shown. */
  today: number;
  /** Puts it into an incident's journal; null for those who write none. */
  onCite?: ((mention: MentionView) => void) | null;
  /** Keeps its copies, its author or its source from counting; null for those who may not. */
  onMute?: ((mention: MentionView) => void) | null;
}) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const [why, setWhy] = useState(false);
  const author = mention.author ?? t('mentions:row.anonymous');
  const channel = t(`names:channel.${mention.channel}`);
  const time = format.moment(mention.observedAt, today);
  const url = safeLink(mention.url);
  return (
    <article
      className={classes.row}
      data-entry={mention.id}
      data-polarity={mention.polarity}
      tabIndex={0}
      aria-label={t('mentions:row.label', { author, channel, time })}
    >
      <div className={classes.side}>
        <time dateTime={mention.observedAt} title={format.dateTime(mention.observedAt)}>
          {time}
        </time>
        <PolarityMark polarity={mention.polarity} />
      </div>
      <div className={classes.body}>
        <Facts mention={mention} />
        {mention.title ? (
          <p className={classes.title} dir="auto" lang={mention.lang ?? undefined}>
            {mention.title}
          </p>
        ) : null}
        <Text mention={mention} />
        <p className={classes.foot}>
          <button
            type="button"
            className={classes.quiet}
            aria-expanded={why}
            aria-controls={why ? id : undefined}
            onClick={() => setWhy(!why)}
          >
            {why ? t('mentions:why.close') : t('mentions:why.open')}
          </button>
          {onCite === null ? null : (
            <button type="button" className={classes.quiet} onClick={() => onCite(mention)}>
              {t('mentions:row.cite')}
            </button>
          )}
          {onMute === null ? null : (
            <button type="button" className={classes.quiet} onClick={() => onMute(mention)}>
              {t('mentions:row.mute')}
            </button>
          )}
          <Topics mention={mention} names={names.topics} />
          {mention.reposts > 0 ? (
            <span className={classes.reposts}>
              {t('mentions:row.reposts', { count: mention.reposts })}
            </span>
          ) : null}
          {url ? (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              title={t('mentions:row.originalHint')}
            >
              {t('mentions:row.original')} ↗
            </a>
          ) : null}
        </p>
        {why ? (
          <WhyCounted
            id={id}
            mention={mention}
            topicNames={names.topics}
            sourceName={names.sources.get(mention.sourceId) ?? null}
          />
        ) : null}
      </div>
    </article>
  );
});

function Facts({ mention }: { mention: MentionView }) {
  const t = useText();
  const { author, channel, kind, outlet, outletTier, followers, rating } = mention;
  return (
    <p className={classes.facts}>
      {author === null ? (
        <span>{t('mentions:row.anonymous')}</span>
      ) : (
        <Link
          to="/mentions"
          search={({ space }) => ({ ...(space === undefined ? {} : { space }), author })}
          className={classes.author ?? ''}
          title={t('mentions:row.onlyAuthor', { author })}
        >
          {author}
        </Link>
      )}
      {followers === null ? null : <span>{t('mentions:row.followers', { count: followers })}</span>}
      <span>{t(`names:channel.${channel}`)}</span>
      {kind === 'post' ? null : <span>{t(`names:kind.${kind}`)}</span>}
      {outletTier === 'none' && outlet === null ? null : (
        <span className={classes.outlet}>
          {outletTier === 'none' ? null : t(`names:tier.${outletTier}`)}
          {outletTier !== 'none' && outlet !== null ? ': ' : null}
          {outlet === null ? null : <bdi>{outlet}</bdi>}
        </span>
      )}
      {rating === null ? null : <span>{t('mentions:row.stars', { count: rating })}</span>}
    </p>
  );
}

function Text({ mention }: { mention: MentionView }) {
  const t = useText();
  const [whole, setWhole] = useState(false);
  const { text, spans, lang } = mention;
  const isLong = text.length > LONG_CHARS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
  return (
    <>
      <p className={classes.text} data-part={isLong && !whole}>
        <MentionText text={text} spans={spans} lang={lang} />
      </p>
      {isLong ? (
        <button type="button" className={classes.quiet} onClick={() => setWhole(!whole)}>
          {whole ? t('mentions:row.less') : t('mentions:row.whole')}
        </button>
      ) : null}
    </>
  );
}

function Topics({ mention, names }: { mention: MentionView; names: ReadonlyMap<number, string> }) {
  const t = useText();
  return mention.topics.map((topicId) => {
    const topic = names.get(topicId);
    if (topic === undefined) return null;
    return (
      <Link
        key={topicId}
        to="/mentions"
        search={(before) => ({ ...before, topic: topicId })}
        className={classes.topic ?? ''}
        title={t('mentions:row.onlyTopic', { topic })}
      >
        {topic}
      </Link>
    );
  });
}
