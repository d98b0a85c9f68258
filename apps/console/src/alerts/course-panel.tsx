import type { Curve } from '@sturmwarte/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { PlannedLine } from '../peaks/planned-line.js';
import { usePlanned } from '../peaks/use-planned.js';
import { onDemand } from '../ui/on-demand.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import detailClasses from './alert-detail.module.css';
import classes from './alert-curve.module.css';
import type { Course } from './course.js';
import { CurveTable } from './curve-table.js';

const CurveChart = onDemand(
  async () => (await import('./curve-chart.js')).CurveChart,
  <Skeleton rows={1} height={260} />,
);
const HOURS = [6, 24, 72] as const;

/** A course of some hours as chart or table: expectation as a soft band, observation as a line, threshold dashed. */
export function CoursePanel({
  title,
  hours,
  onHours,
  curve,
  course,
  topic,
}: {
  title: string;
  hours: number;
  onHours: (hours: number) => void;
  curve: UseQueryResult<Curve>;
  course: Course | null;
  /** Whose course it is: planned peaks are marked. */
  topic: Readonly<Record<'spaceId' | 'brandId' | 'topicId', number>>;
}) {
  const t = useText();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const last = course?.ahead.at(-1)?.at ?? course?.minutes.at(-1) ?? 0;
  const peaks = usePlanned(topic, course?.minutes[0] ?? 0, last);
  return (
    <section className={detailClasses.panel} aria-labelledby="course">
      <div className={detailClasses.panelHead}>
        <h2 id="course" className={classes.title}>
          {title}
        </h2>
        <span className={classes.choices}>
          <span role="group" aria-label={t('alerts:chart.hours')} className={classes.hours}>
            {HOURS.map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={hours === choice}
                onClick={() => onHours(choice)}
              >
                {t('alerts:chart.lastHours', { hours: format.integer(choice) })}
              </button>
            ))}
          </span>
          <button type="button" className={classes.toggle} onClick={() => setAsTable(!asTable)}>
            {asTable ? t('alerts:chart.asChart') : t('alerts:chart.asTable')}
          </button>
        </span>
      </div>
      {curve.isError ? <Problem problem={curve.error} retry={() => void curve.refetch()} /> : null}
      {curve.isPending ? <Skeleton rows={1} height={260} /> : null}
      {course !== null && course.minutes.length === 0 ? <p>{t('alerts:chart.none')}</p> : null}
      {course !== null && course.minutes.length > 0 ? (
        asTable ? (
          <CurveTable course={course} />
        ) : (
          <CurveChart course={course} peaks={peaks} />
        )
      ) : null}
      <PlannedLine peaks={peaks} />
    </section>
  );
}
