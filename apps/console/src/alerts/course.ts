import type { AlertView, Curve } from '@sturmwarte/contracts';
import { usualOf } from '@sturmwarte/domain';

/** A curve as the chart and the table need it: one column per line, `null` where nothing is known. */
export interface Course {
  /** Start of each bucket, epoch seconds. */
  readonly minutes: readonly number[];
  readonly negative: readonly number[];
  readonly total: readonly number[];
  readonly expected: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly threshold: readonly (number | null)[];
  /** When the alarm opened, epoch seconds; null: the course of no alarm. */
  readonly alarmAt: number | null;
}

/**
 * The threshold is what the ratio signal asked for times the expectation, or times the floor where the detector lifts
 * small expectations to one; without that signal there is none to draw. `alert` null: the course of a topic.
 */
export function courseOf(curve: Curve, alert: AlertView | null): Course {
  const signal = alert?.evidence.signals.find(({ name }) => name === 'ratio');
  const ratio = signal?.threshold ?? null;
  const usual = alert === null ? null : usualOf(alert.evidence);
  const floor = usual?.isFloor ? (usual.value * curve.bucket) / 60 : 0;
  const { points } = curve;
  return {
    minutes: points.map((point) => point.minute * 60),
    negative: points.map((point) => point.negative),
    total: points.map((point) => point.total),
    expected: points.map((point) => point.expected),
    upper: points.map((point) => point.upper),
    threshold: points.map((point) =>
      ratio === null || point.expected === null ? null : Math.max(point.expected, floor) * ratio,
    ),
    alarmAt: alert === null ? null : Date.parse(alert.openedAt) / 1_000,
  };
}

export function peakOf(course: Course): { readonly at: number; readonly value: number } {
  const value = Math.max(0, ...course.negative);
  return { at: course.minutes[course.negative.indexOf(value)] ?? 0, value };
}
