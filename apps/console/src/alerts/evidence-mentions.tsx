import type { AlertDetail, MentionView } from '@sturmwarte/contracts';
import { Link } from '@tanstack/react-router';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useState, type ReactNode } from 'react';
import { CiteDialog } from '../incidents/cite-dialog.js';
import { QuietDialog } from '../mutes/quiet-dialog.js';
import { choicesOf } from '../mutes/quiet-choice.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { MentionText } from '../ui/mention-text.js';
import { safeLink } from '../ui/safe-link.js';
import detailClasses from './alert-detail.module.css';
import classes from './evidence-mentions.module.css';

/** The mentions that show it, the first one before all. Authors by pseudonym, text as text. */
export function EvidenceMentions({ detail }: { detail: AlertDetail }) {
  const t = useText();
  const { alert, first } = detail;
  const others = detail.samples.filter((mention) => mention.id !== first?.id);
  const may = useMay();
  const mayWrite = may('incident.write', alert.brandId);
  const [muting, setMuting] = useState<MentionView | null>(null);
  const isOver = useIsSpaceOver();
  const onMute = may('mute.set', alert.brandId) && !isOver ? setMuting : null;
  const [citing, setCiting] = useState<MentionView | null>(null);
  const onCite = mayWrite ? setCiting : null;
  const none = first === null && others.length === 0;
  const space = alert.spaceId === LIVE_SPACE_ID ? {} : { space: alert.spaceId };
  return (
    <section className={detailClasses.panel} aria-labelledby="evidence">
      <div className={detailClasses.panelHead}>
        <h2 id="evidence">{t('alerts:evidence.title')}</h2>
        <Link to="/mentions" search={{ ...space, alert: alert.id }}>
          {t('alerts:evidence.all')}
        </Link>
      </div>
      <p className={detailClasses.dim}>
        {t('alerts:evidence.samples')}; <mark>{t('alerts:evidence.mark')}</mark>
      </p>
      {none ? <p className={classes.none}>{t('alerts:evidence.none')}</p> : null}
      <ul>
        {first === null ? null : (
          <Piece
            mention={first}
            label={t('alerts:evidence.first')}
            onCite={onCite}
            onMute={onMute}
          />
        )}
        {others.map((mention) => (
          <Piece key={mention.id} mention={mention} onCite={onCite} onMute={onMute} />
        ))}
      </ul>
      {muting === null ? null : (
        <QuietDialog
          target={{
            choices: choicesOf(muting, null, t),
            topicIds: [alert.topicId],
            brandId: alert.brandId,
          }}
          onClose={() => setMuting(null)}
        />
      )}
      {citing === null ? null : (
        <CiteDialog mention={citing} alertId={alert.id} onClose={() => setCiting(null)} />
      )}
    </section>
  );
}

function Piece({
  mention,
  label,
  onCite,
  onMute,
}: {
  mention: MentionView;
  label?: string;
  onCite: ((mention: MentionView) => void) | null;
  onMute: ((mention: MentionView) => void) | null;
}) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const url = safeLink(mention.url);
  const facts: ReactNode[] = [
    t(`names:channel.${mention.channel}`),
    mention.author ?? t('alerts:evidence.anonymous'),
    mention.followers === null
      ? null
      : t('alerts:evidence.followers', {
          count: mention.followers,
        }),
    mention.reposts > 0 ? t('alerts:evidence.reposts', { count: mention.reposts }) : null,
    t('alerts:evidence.negative', { percent: format.percent(mention.negative / 1_000) }),
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.piece}>
      <p className={classes.facts}>
        <time dateTime={mention.publishedAt}>{format.moment(mention.publishedAt, now)}</time>
        {label ? <strong>{label}</strong> : null}
        {facts.map((fact, index) => (
          <span key={index}>{fact}</span>
        ))}
        {url ? (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {t('alerts:evidence.source')} ↗
          </a>
        ) : null}
        {onCite === null ? null : (
          <button type="button" className={classes.cite} onClick={() => onCite(mention)}>
            {t('alerts:evidence.cite')}
          </button>
        )}
        {onMute === null ? null : (
          <button type="button" className={classes.cite} onClick={() => onMute(mention)}>
            {t('mentions:row.mute')}
          </button>
        )}
      </p>
      {mention.title ? (
        <p className={classes.title} dir="auto">
          {mention.title}
        </p>
      ) : null}
      <p className={classes.text}>
        <MentionText text={mention.text} spans={mention.spans} lang={mention.lang} />
      </p>
    </li>
  );
}
