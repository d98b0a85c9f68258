import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import detailClasses from './alert-detail.module.css';
import classes from './alert-curve.module.css';
import type { Course } from './course.js';
import { rowsOf } from './course-rows.js';
import { useAheadText } from './use-ahead-text.js';

/** The same course as figures, newest first; what is still to come is named so. */
export function CurveTable({ course }: { course: Course }) {
  const t = useText();
  const format = useFormat();
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : format.decimal(value);
  const aheadText = useAheadText();
  const rows = rowsOf(course).reverse();
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
          {rows.map(({ at, negative, expected, threshold, total, ahead }) => (
            <tr key={at}>
              <th scope="row">
                {format.dateTime(at * 1_000)}
                {negative === null ? ` · ${t('outlook:title')}` : null}
              </th>
              <td className={detailClasses.number}>
                {negative === null && ahead !== null ? aheadText(ahead) : cell(negative)}
              </td>
              <td className={detailClasses.number}>{cell(expected)}</td>
              <td className={detailClasses.number}>{cell(threshold)}</td>
              <td className={detailClasses.number}>{cell(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
