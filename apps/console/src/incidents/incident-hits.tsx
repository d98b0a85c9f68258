import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentHit } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSayEntry } from '../journal/use-say-entry.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { incidentSearchQuery } from './incidents.queries.js';
import classes from './incidents.page.module.css';

/** What was said and decided with these words, in any incident; each leads to its entry. */
export function IncidentHits({ words }: { words: string }) {
  const t = useText();
  const hits = useQuery(incidentSearchQuery(words));
  if (words.trim().length < 2) return <p className={classes.dim}>{t('incidents:hits.short')}</p>;
  if (hits.isPending) return <Skeleton rows={2} />;
  if (hits.isError) return <Problem problem={hits.error} retry={() => void hits.refetch()} />;
  return (
    <section className={classes.hits} aria-labelledby="hits">
      <h2 id="hits">{t('incidents:hits.title', { count: hits.data.length, words })}</h2>
      <ol>
        {hits.data.map((hit) => (
          <Hit key={`${hit.incidentId}:${hit.entry.seq}`} hit={hit} />
        ))}
      </ol>
    </section>
  );
}

function Hit({ hit: { incidentId, number, title, entry } }: { hit: IncidentHit }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const say = useSayEntry();
  const { line, words } = say(entry);
  return (
    <li>
      <Link
        to="/incidents/$incidentId"
        params={{ incidentId }}
        search={({ space }) => ({ ...(space === undefined ? {} : { space }), entry: entry.seq })}
        className={classes.hit ?? ''}
        data-entry={`${incidentId}-${entry.seq}`}
      >
        <span className={classes.dim}>
          {number} {title} · {format.moment(entry.at, now)} ·{' '}
          {entry.by?.name ?? t('journal:machine')}
        </span>
        <br />
        {line}
        {words === null ? null : ` ${words}`}
      </Link>
    </li>
  );
}
