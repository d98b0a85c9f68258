import { minuteOf, USUAL_MULTIPLE, type PlannedPeakEntry, type Topic } from '@sturmwarte/domain';
import type { PlannedPeak } from './planned-peaks.js';

/** Entries of the calendar that a topic stands under: its own, and those of its whole brand. */
export function entriesOfTopic<T extends Pick<PlannedPeakEntry, 'spaceId' | 'brandId' | 'topicId'>>(
  entries: readonly T[],
  { id, brandId, spaceId }: Pick<Topic, 'id' | 'brandId' | 'spaceId'>,
): T[] {
  return entries.filter(
    (one) =>
      one.spaceId === spaceId &&
      one.brandId === brandId &&
      (one.topicId === null || one.topicId === id),
  );
}

/** An entry of the calendar as the detector takes it. */
export function plannedPeakOf({
  from,
  until,
  multiple,
}: Pick<PlannedPeakEntry, 'from' | 'until' | 'multiple'>): PlannedPeak {
  const [begin, end] = [minuteOf(Date.parse(from)), minuteOf(Date.parse(until))];
  return { from: begin, to: Math.max(end, begin + 1), multiple: multiple ?? USUAL_MULTIPLE };
}
