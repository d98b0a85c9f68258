import type { SituationReport } from '@sturmwarte/domain';
import type { ReportPage } from '@sturmwarte/i18n';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { LevelMark } from '../ui/level-mark.js';
import classes from './situation-head.module.css';

/** How strong, how grave, what it is, and how old the picture is. */
export function SituationHead({ report, page }: { report: SituationReport; page: ReportPage }) {
  const t = useText();
  const format = useFormat();
  const { atMs, nextStatus: next, status } = report;
  const since = t('report:since', { time: format.moment(report.since, atMs) });
  return (
    <header className={classes.head}>
      <div className={classes.times}>
        <span>{t('executive:standing', { time: format.time(atMs) })}</span>
        {next === null ? (
          <span>{t('executive:nextNone')}</span>
        ) : next.overdue ? (
          <strong className={classes.over}>
            ! {t('executive:nextOver', { over: format.clock(atMs - next.dueMs) })}
          </strong>
        ) : (
          <span>
            {t('executive:nextIn', {
              time: format.moment(next.dueMs, atMs),
              left: format.clock(next.dueMs - atMs),
            })}
          </span>
        )}
      </div>
      <div className={classes.marks}>
        <span className={classes.level}>
          <LevelMark level={report.level} trend={report.trend} />
        </span>
        <span>
          {t(`names:trend.${report.trend}`)}, {since}
        </span>
        <strong>{page.impact}</strong>
        <span className={classes.dim}>{page.number}</span>
      </div>
      <h1 id="situation-title" className={classes.title}>
        {report.title}
      </h1>
      <p className={classes.dim}>{page.facts.join(' · ')}</p>
      <p className={classes.summary}>{status?.summary ?? page.sections.summary.none}</p>
      {status === null ? null : (
        <p className={classes.dim}>{page.sections.summary.lines[0]?.detail}</p>
      )}
    </header>
  );
}
