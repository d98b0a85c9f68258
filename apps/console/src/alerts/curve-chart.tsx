import { useComputedColorScheme } from '@mantine/core';
import type { PeakView } from '@sturmwarte/contracts';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { peakSpan } from '../peaks/peak-span.js';
import classes from './alert-curve.module.css';
import { chartOptions } from './chart-options.js';
import { peakOf, type Course } from './course.js';
import { rowsOf, type CourseRow } from './course-rows.js';
import { useAheadText } from './use-ahead-text.js';

const HEIGHT = 260;
const KINDS = ['observed', 'expected', 'band', 'threshold'] as const;

/** The course drawn by uPlot. One tab stop; arrow keys move the reading line, its figures are read out. */
export function CurveChart({
  course,
  peaks,
}: {
  course: Course;
  /** Planned for this time. */
  peaks: readonly PeakView[];
}) {
  const t = useText();
  const format = useFormat();
  const scheme = useComputedColorScheme();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const { alarmAt } = course;
  const rows = useMemo(() => rowsOf(course), [course]);
  const alarm = alarmAt === null ? null : format.time(alarmAt * 1_000);
  const alarmLabel = alarm === null ? '' : t('alerts:chart.alarm', { time: alarm });

  const latest = useRef<uPlot.AlignedData>([[]]);

  useEffect(() => {
    latest.current = [
      rows.map(({ at }) => at),
      rows.map(({ upper }) => upper),
      rows.map(({ expected }) => expected),
      rows.map(({ threshold }) => threshold),
      rows.map(({ negative }) => negative),
      rows.map(({ ahead }) => ahead?.high ?? null),
      rows.map(({ ahead }) => ahead?.low ?? null),
      rows.map(({ ahead }) => ahead?.expected ?? null),
    ];
    chart.current?.setData(latest.current);
  }, [rows]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const options = chartOptions({
      width: element.clientWidth,
      height: HEIGHT,
      alarm: alarmAt === null ? null : { at: alarmAt, label: alarmLabel },
      spans: (colour) =>
        peaks.map((peak) =>
          peakSpan(peak, t('alerts:chart.plannedPeak', { title: peak.title }), colour('link')),
        ),
      format,
      onCursor: setAt,
    });
    const made = new uPlot(options, latest.current, element);
    chart.current = made;
    const resize = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    resize.observe(element);
    return () => {
      resize.disconnect();
      made.destroy();
      chart.current = null;
    };
    // The scheme decides the colours read from the page.
  }, [alarmAt, format, scheme, alarmLabel, peaks, t]);

  const move = (event: KeyboardEvent): void => {
    const made = chart.current;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!made || step === undefined) return;
    event.preventDefault();
    const last = rows.length - 1;
    const next = Math.min(last, Math.max(0, (at ?? last + (step > 0 ? -1 : 1)) + step));
    made.setCursor({ left: made.valToPos(rows[next]?.at ?? 0, 'x'), top: 0 });
    setAt(next);
  };
  const peak = peakOf(course);
  const facts = {
    from: format.dateTime((course.minutes[0] ?? 0) * 1_000),
    to: format.dateTime((course.minutes.at(-1) ?? 0) * 1_000),
    max: format.integer(peak.value),
    maxTime: format.time(peak.at * 1_000),
  };
  const summary =
    alarm === null
      ? t('topics:course.summary', facts)
      : t('alerts:chart.summary', { ...facts, alarm });
  const end = course.ahead.at(-1);
  const toldAhead =
    end === undefined ? null : t('outlook:chart.summary', { to: format.dateTime(end.at * 1_000) });
  return (
    <figure>
      <div
        ref={place}
        className={classes.chart}
        style={{ height: HEIGHT }}
        role="application"
        tabIndex={0}
        aria-label={toldAhead === null ? summary : `${summary} ${toldAhead}`}
        aria-describedby="chart-keys"
        onKeyDown={move}
      />
      <p id="chart-keys" className="sw-hidden">
        {t('alerts:chart.keys')}
      </p>
      <figcaption>
        <Legend
          hasThreshold={course.threshold.some((value) => value !== null)}
          hasAhead={course.ahead.length > 0}
        />
        <p className={classes.reading} aria-live="polite">
          <Reading row={at === null ? undefined : rows[at]} />
        </p>
      </figcaption>
    </figure>
  );
}

function Legend({ hasThreshold, hasAhead }: { hasThreshold: boolean; hasAhead: boolean }) {
  const t = useText();
  return (
    <div className={classes.legend} aria-hidden="true">
      {KINDS.filter((kind) => kind !== 'threshold' || hasThreshold).map((kind) => (
        <span key={kind}>
          <i className={classes.key} data-kind={kind} /> {t(`alerts:chart.${kind}`)}
        </span>
      ))}
      {hasAhead ? (
        <span>
          <i className={classes.key} data-kind="ahead" /> {t('outlook:chart.ahead')}
        </span>
      ) : null}
    </div>
  );
}

function Reading({ row }: { row: CourseRow | undefined }) {
  const t = useText();
  const format = useFormat();
  const aheadText = useAheadText();
  if (row === undefined) return null;
  const { at, negative, expected, ahead } = row;
  const parts = [
    negative === null ? null : `${format.decimal(negative)} ${t('alerts:chart.observed')}`,
    expected === null ? null : `${format.decimal(expected)} ${t('alerts:chart.expected')}`,
    ahead === null ? null : `${t('outlook:title')}: ${aheadText(ahead)}`,
  ];
  return (
    <>
      <strong>{format.time(at * 1_000)}</strong> {parts.filter((part) => part !== null).join(' · ')}
    </>
  );
}
