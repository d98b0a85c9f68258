import type { AlertView, Curve } from '@sturmwarte/contracts';

/** A curve as the chart and the table need it: one column per line, `null` where nothing is known. */
export interface Course {
  /** Start of each bucket, epoch seconds. */
  readonly minutes: readonly number[];
  readonly negative: readonly number[];
  readonly total: readonly number[];
  readonly expected: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly threshold: readonly (number | null)[];
  /** When the alarm opened, epoch seconds. */
  readonly alarmAt: number;
}

/** The threshold is the expectation times what the ratio signal asked for; without it there is none to draw. */
export function courseOf(curve: Curve, alert: AlertView): Course {
  const ratio = alert.evidence.signals.find((signal) => signal.name === 'ratio')?.threshold ?? null;
  const { points } = curve;
  return {
    minutes: points.map((point) => point.minute * 60),
    negative: points.map((point) => point.negative),
    total: points.map((point) => point.total),
    expected: points.map((point) => point.expected),
    upper: points.map((point) => point.upper),
    threshold: points.map((point) =>
      ratio === null || point.expected === null ? null : point.expected * ratio,
    ),
    alarmAt: Date.parse(alert.openedAt) / 1_000,
  };
}

export function peakOf(course: Course): { readonly at: number; readonly value: number } {
  const value = Math.max(0, ...course.negative);
  return { at: course.minutes[course.negative.indexOf(value)] ?? 0, value };
}
