import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import type { TopicCheck } from '@sturmwarte/contracts';
import classes from './dry-run.module.css';
import type { QueryCheck } from './use-query-check.js';

export const DRY_DAYS = [1, 7, 30] as const;
type Found = Extract<TopicCheck, { ok: true }>;

/** What the query would have found: how many, how negative, on which days, and examples. Nothing is saved. */
export function DryRun({
  check,
  days,
  onDays,
}: {
  check: QueryCheck;
  days: number;
  onDays: (days: number) => void;
}) {
  const t = useText();
  const { answer, isChecking, problem } = check;
  return (
    <section className={classes.dry} aria-labelledby="dry-run">
      <div className={classes.head}>
        <h2 id="dry-run">{t('topics:dry.title')}</h2>
        <span role="group" aria-label={t('topics:dry.days')} className={classes.days}>
          {DRY_DAYS.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={days === choice}
              onClick={() => onDays(choice)}
            >
              {t('topics:dry.lastDays', { count: choice })}
            </button>
          ))}
        </span>
      </div>
      <p className={classes.dim}>{t('topics:dry.lead')}</p>
      {problem === null ? null : <Problem problem={problem} retry={check.retry} />}
      {answer === null && isChecking && problem === null ? <Skeleton rows={2} /> : null}
      {answer?.ok === true ? (
        <div className={classes.found} data-old={isChecking} aria-busy={isChecking}>
          <Figures found={answer} />
        </div>
      ) : problem === null && !(answer === null && isChecking) ? (
        <p className={classes.dim}>{t('topics:dry.waits')}</p>
      ) : null}
    </section>
  );
}

function Figures({ found }: { found: Found }) {
  const t = useText();
  const format = useFormat();
  const { scanned, hits, negative, capped, samples } = found;
  if (scanned === 0) return <p>{t('topics:dry.nothingStored')}</p>;
  const share = format.percent(hits === 0 ? 0 : negative / hits);
  return (
    <>
      <p role="status">
        <strong>
          {t('topics:dry.result', {
            count: scanned,
            hits: format.integer(hits),
            scanned: format.integer(scanned),
          })}
        </strong>
        {hits > 0 ? ` · ${t('topics:dry.share', { share })}` : null}
      </p>
      {capped ? <p className={classes.dim}>{t('topics:dry.capped')}</p> : null}
      {hits === 0 ? <p>{t('topics:dry.none')}</p> : <Days found={found} />}
      {samples.length > 0 ? (
        <>
          <h3 className={classes.small}>{t('topics:dry.samples')}</h3>
          <ul className={classes.samples} tabIndex={0} aria-label={t('topics:dry.samples')}>
            {samples.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Days({ found }: { found: Found }) {
  const t = useText();
  const format = useFormat();
  const most = Math.max(1, ...found.perDay.map(({ hits }) => hits));
  return (
    <>
      <p className={classes.small}>
        {t('topics:dry.perDay')}, {t('topics:dry.most', { hits: format.integer(most) })}
      </p>
      <ol className={classes.bars}>
        {found.perDay.map(({ day, hits }) => {
          const words = t('topics:dry.day', { day: format.date(`${day}T12:00:00Z`), count: hits });
          return (
            <li key={day} title={words}>
              <span className={classes.bar} style={{ height: `${(hits / most) * 100}%` }} />
              <span className="sw-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
