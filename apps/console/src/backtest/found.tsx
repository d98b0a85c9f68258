import type { Backtest } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { PlannedLine } from '../peaks/planned-line.js';
import { onDemand } from '../ui/on-demand.js';
import { useKeptFocus } from '../ui/use-kept-focus.js';
import { AlarmsTable } from './alarms-table.js';
import classes from './backtest.module.css';
import { DaysTable } from './days-table.js';
import { FiguresTable } from './figures-table.js';
import { LabelForm } from './label-form.js';
import { LabelsList } from './labels-list.js';
import { MatchedNote } from './matched-note.js';
import { useAsked } from './use-asked.js';
import { useLabels } from './use-labels.js';

const HistoryChart = onDemand(async () => (await import('./history-chart.js')).HistoryChart);
const DAY_MS = 86_400_000;
const LEARNING_MS = 28 * DAY_MS;

/** What a back-test has found. A topic that is saved can be judged; one that is not (`topicId` null) has no record. */
export function Found({ topicId, backtest }: { topicId: number | null; backtest: Backtest }) {
  const t = useText();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const judging = useAsked();
  const { marked, mark, judge } = judging;
  const { learnedFrom, heardFrom, from, matched } = backtest;
  if (learnedFrom === null) {
    return <p>{matched ? t('backtest:matched.none') : t('backtest:nothingCounted')}</p>;
  }
  const isYoung = Date.parse(from) - Date.parse(learnedFrom) < LEARNING_MS - DAY_MS;
  const shownFrom = Math.max(Date.parse(from), Date.parse(learnedFrom));
  const isHeardLate = heardFrom !== null && Date.parse(heardFrom) > shownFrom + DAY_MS;
  return (
    <>
      {matched ? <MatchedNote matched={matched} /> : null}
      {isYoung ? (
        <p className={classes.hint}>{t('backtest:young', { date: format.date(learnedFrom) })}</p>
      ) : null}
      {heardFrom === null ? (
        <p className={classes.hint}>{t('backtest:heard.none')}</p>
      ) : isHeardLate ? (
        <p className={classes.hint}>{t('backtest:heard.from', { date: format.date(heardFrom) })}</p>
      ) : null}
      <section className={classes.panel} aria-labelledby="backtest-course">
        <div className={classes.panelHead}>
          <h2 id="backtest-course">{t('backtest:chart.title')}</h2>
          <button type="button" className={classes.toggle} onClick={() => setAsTable(!asTable)}>
            {asTable ? t('backtest:chart.asChart') : t('backtest:chart.asTable')}
          </button>
        </div>
        {asTable ? (
          <DaysTable backtest={backtest} />
        ) : (
          <div className={classes.chartPlace}>
            <HistoryChart
              backtest={backtest}
              judging={topicId === null ? null : { onMark: mark, onJudge: judge }}
            />
          </div>
        )}
        <PlannedLine peaks={backtest.peaks} />
        {marked === null ? null : (
          <p className={classes.marked}>
            {t('backtest:chart.marked', {
              from: format.dateTime(marked.from),
              to: format.dateTime(marked.to),
            })}
          </p>
        )}
      </section>
      <section className={classes.panel} aria-labelledby="backtest-figures">
        <h2 id="backtest-figures">{t('backtest:figures.title')}</h2>
        <FiguresTable backtest={backtest} isJudged={topicId !== null} />
      </section>
      <section className={classes.panel} aria-labelledby="backtest-alarms">
        <h2 id="backtest-alarms">{t('backtest:alarms.title')}</h2>
        <AlarmsTable backtest={backtest} onJudge={topicId === null ? null : judge} />
      </section>
      {topicId === null ? null : (
        <Judgements topicId={topicId} labels={backtest.labels} judging={judging} />
      )}
    </>
  );
}

function Judgements({
  topicId,
  labels: said,
  judging: { marked, asked },
}: {
  topicId: number;
  labels: Backtest['labels'];
  judging: ReturnType<typeof useAsked>;
}) {
  const t = useText();
  const labels = useLabels(topicId);
  const place = useKeptFocus<HTMLElement>();
  return (
    <section ref={place} className={classes.panel} aria-labelledby="backtest-labels">
      <h2 id="backtest-labels">{t('backtest:labels.title')}</h2>
      <p className={classes.dim}>{t('backtest:labels.lead')}</p>
      <LabelsList labels={said} onRemove={(id) => labels.remove.mutate(id)} />
      <LabelForm marked={marked} asked={asked} add={labels.add} />
    </section>
  );
}
