import { useComputedColorScheme } from '@mantine/core';
import type { Backtest } from '@sturmwarte/contracts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';
import { historyOptions } from './history-options.js';
import { stretchOf, type Stretch } from './stretch.js';

const HEIGHT = 300;

/**
 * Stored weeks drawn by uPlot. One tab stop: arrow keys move the reading line, with Shift they mark a stretch, Enter
 * judges it; with the mouse one drags.
 */
export function HistoryChart({
  backtest,
  judging,
}: {
  backtest: Backtest;
  /** Null: nothing can be judged here. */
  judging: { readonly onMark: (stretch: Stretch) => void; readonly onJudge: () => void } | null;
}) {
  const t = useText();
  const format = useFormat();
  const scheme = useComputedColorScheme();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const anchor = useRef<number | null>(null);
  const marking = useRef(judging);
  const [at, setAt] = useState<number | null>(null);
  const { points, otherPoints, labels, peaks, runs, bucket } = backtest;
  useEffect(() => {
    marking.current = judging;
  }, [judging]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const options = historyOptions({
      width: element.clientWidth,
      height: HEIGHT,
      ...{ labels, peaks, runs, format },
      words: {
        storm: t('backtest:chart.storm'),
        nothing: t('backtest:chart.nothing'),
        peak: (title) => t('alerts:chart.plannedPeak', { title }),
      },
      onCursor: setAt,
      hasOther: otherPoints !== null,
      onSelect: (from, to) => marking.current?.onMark(stretchOf(from * 1_000, to * 1_000)),
    });
    const made = new uPlot(
      options,
      [
        points.map(({ minute }) => minute * 60),
        points.map(({ negative }) => negative),
        ...(otherPoints ? [otherPoints.map(({ negative }) => negative)] : []),
      ],
      element,
    );
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
  }, [points, otherPoints, labels, peaks, runs, format, t, scheme]);

  const secondsAt = (index: number): number => (points[index]?.minute ?? 0) * 60;
  const move = (event: KeyboardEvent): void => {
    const made = chart.current;
    if (event.key === 'Enter' && anchor.current !== null) {
      event.preventDefault();
      judging?.onJudge();
      return;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!made || step === undefined) return;
    event.preventDefault();
    const last = points.length - 1;
    const before = at ?? last + (step > 0 ? -1 : 1);
    const next = Math.min(last, Math.max(0, before + step));
    const left = made.valToPos(secondsAt(next), 'x');
    made.setCursor({ left, top: 0 });
    setAt(next);
    if (!event.shiftKey || judging === null) {
      anchor.current = null;
      return;
    }
    anchor.current ??= Math.min(last, Math.max(0, before));
    const from = made.valToPos(secondsAt(anchor.current), 'x');
    const top = 0;
    const height = made.over.clientHeight;
    made.setSelect(
      { left: Math.min(from, left), width: Math.abs(left - from), top, height },
      false,
    );
    judging.onMark(stretchOf(secondsAt(anchor.current) * 1_000, secondsAt(next) * 1_000));
  };

  const max = Math.max(0, ...points.map(({ negative }) => negative));
  const peak = points.find(({ negative }) => negative === max);
  const summary = t('backtest:chart.summary', {
    from: format.dateTime(backtest.from),
    to: format.dateTime(backtest.to),
    max: format.integer(max),
    maxTime: format.dateTime((peak?.minute ?? 0) * 60_000),
    a: format.integer(runs[0]?.alarms.length ?? 0),
    b: format.integer(runs[1]?.alarms.length ?? 0),
  });
  const point = at === null ? undefined : points[at];
  const other = at === null ? undefined : otherPoints?.[at];
  return (
    <figure>
      <div
        ref={place}
        className={classes.chart}
        style={{ height: HEIGHT }}
        role="application"
        tabIndex={0}
        aria-label={summary}
        aria-describedby="backtest-keys"
        onKeyDown={move}
      />
      <figcaption>
        <div className={classes.legend}>
          <span>
            <i className={classes.line} /> {otherPoints === null ? null : 'A: '}
            {t('backtest:chart.legendLine', { minutes: format.integer(bucket) })}
          </span>
          {otherPoints === null ? null : (
            <span>
              <i className={classes.line} data-other /> B: {t('backtest:chart.legendOther')}
            </span>
          )}
          <span>▲ A: {t('backtest:chart.legendA')}</span>
          {runs.length > 1 ? <span>◆ B: {t('backtest:chart.legendB')}</span> : null}
          {labels.length > 0 ? (
            <>
              <span>
                <i className={classes.band} data-kind="storm" /> {t('backtest:chart.legendStorm')}
              </span>
              <span>
                <i className={classes.band} data-kind="nothing" />{' '}
                {t('backtest:chart.legendNothing')}
              </span>
            </>
          ) : null}
        </div>
        <p id="backtest-keys" className={classes.dim}>
          {judging === null ? t('backtest:chart.keysOnly') : t('backtest:chart.keys')}
        </p>
        <p className={classes.reading} aria-live="polite">
          {point === undefined
            ? null
            : t('backtest:chart.reading', {
                time: format.dateTime(point.minute * 60_000),
                negative: format.decimal(point.negative),
                total: format.integer(point.total),
              })}
          {point === undefined || other === undefined
            ? null
            : ` ${t('backtest:chart.readingOther', {
                negative: format.decimal(other.negative),
                total: format.integer(other.total),
              })}`}
        </p>
      </figcaption>
    </figure>
  );
}
