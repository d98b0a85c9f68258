import type { AlertView, Curve } from '@sturmwarte/contracts';
import { usualOf, type Evidence } from '@sturmwarte/domain';

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
  /** What is to be expected of an alert that is not closed; empty where nothing can be said. */
  readonly ahead: readonly AheadPoint[];
}

/** Negatives to come in one bucket: the middle, and the band eight cases of ten stay in. `at`: epoch seconds. */
export interface AheadPoint {
  readonly at: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

const OUTLOOK_BUCKET = 15;

/**
 * The threshold is what the ratio signal asked for times the expectation, or times the floor where the detector lifts
 * small expectations to one; without that signal there is none to draw. `alert` null: the course of a topic. `risen`: why
 * it fired, since an alert that has eased asks for nothing any more.
 */
export function courseOf(
  curve: Curve,
  alert: AlertView | null,
  risen: Evidence | null = alert?.evidence ?? null,
): Course {
  const signal = risen?.signals.find(({ name }) => name === 'ratio');
  const ratio = signal?.threshold || null;
  const usual = risen === null ? null : usualOf(risen);
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
    ahead: aheadOf(alert, curve.bucket),
  };
}

function aheadOf(alert: AlertView | null, bucket: number): AheadPoint[] {
  const outlook = alert === null || alert.state === 'closed' ? null : alert.evidence.outlook;
  if (outlook?.kind !== 'forecast') return [];
  const scale = bucket / OUTLOOK_BUCKET;
  return outlook.course.map(({ minute, expected, low, high }) => ({
    at: minute * 60,
    expected: expected * scale,
    low: low * scale,
    high: high * scale,
  }));
}

export function peakOf(course: Course): { readonly at: number; readonly value: number } {
  const value = Math.max(0, ...course.negative);
  return { at: course.minutes[course.negative.indexOf(value)] ?? 0, value };
}
