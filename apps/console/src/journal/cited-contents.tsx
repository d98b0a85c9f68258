import { useQuery } from '@tanstack/react-query';
import type { CitedContent } from '@sturmwarte/contracts';
import type { ContentRef } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { MentionText } from '../ui/mention-text.js';
import { safeLink } from '../ui/safe-link.js';
import classes from './cited-contents.module.css';
import { contentsQuery } from './contents.queries.js';

/** The mentions an entry refers to: fetched from beside the journal, or named as deleted. */
export function CitedContents({
  incidentId,
  contents,
}: {
  incidentId: number;
  contents: readonly ContentRef[];
}) {
  const t = useText();
  const ids = contents.map(({ mentionId }) => mentionId);
  const { data, isError } = useQuery(contentsQuery(incidentId, ids));
  const found = new Map(data?.map((one) => [one.mentionId, one]));
  return (
    <ul className={classes.contents} aria-label={t('journal:cited.label')}>
      {contents.map((ref) => {
        const now = found.get(ref.mentionId);
        return (
          <li key={ref.mentionId} className={classes.content}>
            {now === undefined ? (
              <span className={classes.small}>
                {isError ? t('journal:cited.failed') : t('journal:cited.loading')}
              </span>
            ) : (
              <Content reference={ref} now={now} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Content({ reference, now }: { reference: ContentRef; now: CitedContent }) {
  const t = useText();
  const format = useFormat();
  if (now.hash === null) return <span className={classes.small}>{t('journal:cited.gone')}</span>;
  const { mention } = now;
  if (mention === null) return <span className={classes.small}>{t('journal:cited.hidden')}</span>;
  const url = safeLink(mention.url);
  return (
    <>
      <p className={classes.small}>
        {mention.author ?? t('journal:cited.anonymous')} · {t(`names:channel.${mention.channel}`)} ·{' '}
        <time dateTime={mention.observedAt}>{format.dateTime(mention.observedAt)}</time>
        {url === null ? null : (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {t('journal:cited.original')} ↗
            </a>
          </>
        )}
      </p>
      {now.hash === reference.hash ? null : (
        <p className={classes.changed}>{t('journal:cited.changed')}</p>
      )}
      <blockquote className={classes.quote}>
        <MentionText text={mention.text} spans={[]} lang={mention.lang} />
      </blockquote>
    </>
  );
}
