import type { Backtest } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';

/** The same course as figures, day by day, newest first. */
export function DaysTable({ backtest }: { backtest: Backtest }) {
  const t = useText();
  const format = useFormat();
  const days = daysOf(backtest, (ms) => format.date(ms));
  const hasOther = backtest.otherPoints !== null;
  const of = (what: string, name: string): string => (hasOther ? `${name}: ${what}` : what);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="backtest-course">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('backtest:chart.day')}</th>
            <th scope="col" className={classes.number}>
              {of(t('backtest:chart.negative'), 'A')}
            </th>
            <th scope="col" className={classes.number}>
              {of(t('backtest:chart.total'), 'A')}
            </th>
            {hasOther ? (
              <>
                <th scope="col" className={classes.number}>
                  {of(t('backtest:chart.negative'), 'B')}
                </th>
                <th scope="col" className={classes.number}>
                  {of(t('backtest:chart.total'), 'B')}
                </th>
              </>
            ) : null}
            {backtest.runs.map((_, index) => (
              <th key={index} scope="col">
                {t('backtest:chart.alarms')} {index === 0 ? 'A' : 'B'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, negative, total, other, alarms }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td className={classes.number}>{format.integer(negative)}</td>
              <td className={classes.number}>{format.integer(total)}</td>
              {hasOther ? (
                <>
                  <td className={classes.number}>{format.integer(other.negative)}</td>
                  <td className={classes.number}>{format.integer(other.total)}</td>
                </>
              ) : null}
              {alarms.map((times, index) => (
                <td key={index}>
                  {times.length === 0
                    ? t('backtest:chart.none')
                    : times.map((time) => format.time(time)).join(', ')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Day {
  readonly day: string;
  negative: number;
  total: number;
  readonly other: { negative: number; total: number };
  readonly alarms: string[][];
}

function daysOf({ points, otherPoints, runs }: Backtest, dayOf: (ms: number) => string): Day[] {
  const days = new Map<string, Day>();
  points.forEach(({ minute, negative, total }, index) => {
    const day = dayOf(minute * 60_000);
    const none = { negative: 0, total: 0 };
    const known = days.get(day) ?? { day, ...none, other: none, alarms: runs.map(() => []) };
    known.negative += negative;
    known.total += total;
    known.other.negative += otherPoints?.[index]?.negative ?? 0;
    known.other.total += otherPoints?.[index]?.total ?? 0;
    days.set(day, known);
  });
  runs.forEach(({ alarms }, index) => {
    for (const { at } of alarms) days.get(dayOf(Date.parse(at)))?.alarms[index]?.push(at);
  });
  return [...days.values()].toReversed();
}
