import { NOTICE_LEVEL, type Outlook } from '@sturmwarte/domain';
import type { HourOfWeek } from '../hour-of-week.js';
import type { LookBack } from '../look-back.js';
import type { Reading } from '../reading.js';
import type { TopicState } from '../topic-state.js';
import { outlookOf } from './outlook-of.js';
import { signsOf } from './signs.js';

/** Looks ahead only where there is an alert; `window` must have been read for the minute of the reading. */
export function outlookAt(
  topic: TopicState,
  reading: Reading,
  at: number,
  window: LookBack,
  hourOfWeek: HourOfWeek,
): Outlook | null {
  if (topic.level < NOTICE_LEVEL) return null;
  return outlookOf(signsOf(topic, reading, window, hourOfWeek), at, topic.incomplete);
}
