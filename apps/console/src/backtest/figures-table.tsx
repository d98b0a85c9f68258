import type { Backtest, BacktestRun } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';
import { medianOf } from './median-of.js';

interface Row {
  readonly name: string;
  readonly of: (run: BacktestRun) => string;
}

/** The numbers of both settings side by side. */
export function FiguresTable({
  backtest,
  isJudged,
}: {
  backtest: Backtest;
  /** People can say what was a storm; of a topic that is not saved nobody has. */
  isJudged: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const lead = (run: BacktestRun): string => {
    const middle = medianOf(run.verdict.leads.filter((one) => one !== null));
    if (middle === null) return '–';
    const count = Math.round(Math.abs(middle));
    return middle < 0
      ? t('backtest:figures.before', { count })
      : t('backtest:figures.after', { count });
  };
  const nameOf = ({ sensitivity, headStart }: BacktestRun): string =>
    headStart === null
      ? t(`backtest:choice.${sensitivity}`)
      : t('backtest:number', { headStart: format.decimal(headStart, 2) });
  const noStorms = (run: BacktestRun): boolean => run.verdict.storms === 0;
  const judged: Row[] = [
    {
      name: t('backtest:figures.caught'),
      of: (run) =>
        noStorms(run)
          ? t('backtest:figures.noStorms')
          : t('backtest:figures.caughtOf', {
              caught: format.integer(run.verdict.caught),
              storms: format.integer(run.verdict.storms),
            }),
    },
    {
      name: t('backtest:figures.missed'),
      of: (run) => (noStorms(run) ? '–' : format.integer(run.verdict.storms - run.verdict.caught)),
    },
    { name: t('backtest:figures.lead'), of: lead },
    {
      name: t('backtest:figures.falseAlarms'),
      of: (run) => format.integer(run.verdict.falseAlarms),
    },
    { name: t('backtest:figures.unjudged'), of: (run) => format.integer(run.verdict.unjudged) },
  ];
  const weeks = backtest.runs.map(({ verdict }) => verdict.weeks);
  const isUneven = Math.max(...weeks) - Math.min(...weeks) > 0.05;
  const rows: Row[] = [
    ...(isUneven
      ? [
          {
            name: t('backtest:figures.weeks'),
            of: (run: BacktestRun) => format.decimal(run.verdict.weeks),
          },
        ]
      : []),
    { name: t('backtest:figures.alarms'), of: (run) => format.integer(run.alarms.length) },
    {
      name: t('backtest:figures.perWeek'),
      of: (run) => format.decimal(run.verdict.alarmsPerWeek),
    },
    ...(isJudged ? judged : []),
  ];
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="backtest-figures">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('backtest:figures.what')}</th>
            {backtest.runs.map((run, index) => (
              <th key={index} scope="col">
                {index === 0 ? '▲ A' : '◆ B'}: {nameOf(run)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {backtest.runs.map((run, index) => (
                <td key={index}>{of(run)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
