import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import detailClasses from './alert-detail.module.css';
import classes from './alert-curve.module.css';
import type { Course } from './course.js';

/** The same course as figures, newest first. */
export function CurveTable({ course }: { course: Course }) {
  const t = useText();
  const format = useFormat();
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : format.decimal(value);
  const rows = course.minutes.map((_, index) => course.minutes.length - 1 - index);
  return (
    <div className={classes.tableBox} tabIndex={0} role="group" aria-labelledby="course">
      <table className={detailClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('alerts:chart.time')}</th>
            <th scope="col" className={detailClasses.number}>
              {t('alerts:chart.observed')}
            </th>
            <th scope="col" className={detailClasses.number}>
              {t('alerts:chart.expected')}
            </th>
            <th scope="col" className={detailClasses.number}>
              {t('alerts:chart.threshold')}
            </th>
            <th scope="col" className={detailClasses.number}>
              {t('alerts:chart.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{format.dateTime((course.minutes[row] ?? 0) * 1_000)}</th>
              <td className={detailClasses.number}>{cell(course.negative[row])}</td>
              <td className={detailClasses.number}>{cell(course.expected[row])}</td>
              <td className={detailClasses.number}>{cell(course.threshold[row])}</td>
              <td className={detailClasses.number}>{cell(course.total[row])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
