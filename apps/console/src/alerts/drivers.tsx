import type { AlertView, MentionView } from '@sturmwarte/contracts';
import type { Evidence } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { QuietDialog } from '../mutes/quiet-dialog.js';
import type { QuietChoice } from '../mutes/quiet-choice.js';
import { useMay } from '../session/session.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import detail from './alert-detail.module.css';
import { DriverBar } from './driver-bar.js';
import { DrivingMentions } from './driving-mentions.js';
import { DriverWarnings } from './driver-warnings.js';
import classes from './drivers.module.css';

const SHOWN = 10;

interface Shown {
  readonly alert: Pick<AlertView, 'topicId' | 'brandId'>;
  readonly evidence: Evidence;
  /** The mentions it refers to, as far as they are still stored. */
  readonly driving: readonly MentionView[];
}

/** What drives it: who says it, in which words, where, and which posts carry it. */
export function Drivers({ alert, evidence, driving }: Shown) {
  const t = useText();
  const { topicId, brandId } = alert;
  const [muting, setMuting] = useState<QuietChoice | null>(null);
  const isOver = useIsSpaceOver();
  const onMute = useMay()('mute.set', brandId) && !isOver ? setMuting : null;
  const drivers = evidence.drivers ?? null;
  return (
    <section className={detail.panel} aria-labelledby="drivers">
      <h2 id="drivers">{t('drivers:title')}</h2>
      {drivers === null ? null : (
        <>
          <Speakers drivers={drivers} />
          <DriverWarnings drivers={drivers} driving={driving} onMute={onMute} />
        </>
      )}
      <div className={classes.columns}>
        <Terms evidence={evidence} />
        <Hashtags evidence={evidence} />
        <Channels evidence={evidence} />
      </div>
      {drivers === null ? null : (
        <DrivingMentions drivers={drivers} driving={driving} onMute={onMute} />
      )}
      {muting === null ? null : (
        <QuietDialog
          target={{ choices: [muting], topicIds: [topicId], brandId }}
          onClose={() => setMuting(null)}
        />
      )}
    </section>
  );
}

function Speakers({ drivers }: { drivers: NonNullable<Evidence['drivers']> }) {
  const t = useText();
  const format = useFormat();
  const { read, isAll, authors, newAuthors, reposts } = drivers;
  const facts = [
    ...(authors === null ? [] : [t('drivers:authors', { count: authors })]),
    ...(authors === null
      ? []
      : [
          newAuthors === null
            ? t('drivers:newUnknown')
            : t('drivers:newAuthors', {
                new: format.integer(newAuthors),
                percent: format.percent(newAuthors / authors),
              }),
        ]),
    ...(reposts === 0 ? [] : [t('drivers:reposts', { percent: format.percent(reposts / read) })]),
    isAll
      ? t('drivers:read', { count: read })
      : t('drivers:readNewest', { read: format.integer(read) }),
  ];
  return <p className={detail.dim}>{facts.join(' · ')}</p>;
}

function Terms({ evidence }: { evidence: Evidence }) {
  const t = useText();
  const format = useFormat();
  const terms = evidence.terms.slice(0, SHOWN);
  const most = Math.max(1, ...terms.map(({ count }) => count));
  return (
    <div>
      <h3 className={classes.small}>{t('drivers:terms')}</h3>
      {terms.length === 0 ? <p>{t('drivers:noTerms')}</p> : null}
      <ul>
        {terms.map(({ term, count, lift }) => (
          <DriverBar key={term} name={t('drivers:quoted', { term })} part={count / most}>
            {format.integer(count)}
            {lift === null ? null : (
              <span className={classes.small}>
                {' '}
                · {t('drivers:lift', { lift: format.ratio(lift) })}
              </span>
            )}
          </DriverBar>
        ))}
      </ul>
    </div>
  );
}

function Hashtags({ evidence }: { evidence: Evidence }) {
  const t = useText();
  const format = useFormat();
  const hashtags = evidence.drivers?.hashtags ?? [];
  if (hashtags.length === 0) return null;
  const most = Math.max(...hashtags.map(({ count }) => count));
  return (
    <div>
      <h3 className={classes.small}>{t('drivers:hashtags')}</h3>
      <ul>
        {hashtags.map(({ tag, count }) => (
          <DriverBar key={tag} name={`#${tag}`} part={count / most}>
            {format.integer(count)}
          </DriverBar>
        ))}
      </ul>
    </div>
  );
}

function Channels({ evidence }: { evidence: Evidence }) {
  const t = useText();
  const format = useFormat();
  const most = Math.max(1, ...evidence.channels.map(({ count }) => count));
  return (
    <div>
      <h3 className={classes.small}>{t('drivers:channels')}</h3>
      <ul>
        {evidence.channels.map(({ channel, count }) => (
          <DriverBar key={channel} name={t(`names:channel.${channel}`)} part={count / most}>
            {format.integer(count)}
          </DriverBar>
        ))}
      </ul>
    </div>
  );
}
