import {
  createDetector,
  LONGEST_RULE_MINUTES,
  type Detector,
  type DetectorOptions,
  type PlannedPeak,
  type StoredMinute,
  type TopicConfig,
} from '@sturmwarte/detect';
import type { StartTopic } from '@sturmwarte/store';

const DAY_MINUTES = 24 * 60;
/** The detector corrects minutes no older than its ring. */
const RING_MINUTES = 128;

/** Brings a topic into the detector as the record has it; `minute` is the last one that is over. */
export function restoreTopic(
  detector: Detector,
  start: StartTopic,
  minute: number,
  options: DetectorOptions,
  peaks: readonly PlannedPeak[] = [],
): void {
  const { topic, snapshot, minutes, voices } = start;
  const { id, rules, sensitivity, headStart, cooldownMinutes } = topic;
  const since = minute + 1;
  const config: TopicConfig = { id, rules, sensitivity, headStart, cooldownMinutes, peaks, since };
  if (snapshot !== null) {
    // What was counted in open minutes is counted again from the record, complete.
    detector.restore(config, { ...snapshot.state, open: [] });
    // Corrections may have been committed after the snapshot was taken.
    detector.amend(topic.id, minutes);
    foldAfter(detector, snapshot.state.last, start);
    return;
  }
  const first = minutes[0]?.minute ?? voices[0]?.minute;
  if (first === undefined) {
    detector.configure(config);
    return;
  }
  const known = learnPast({ ...config, since: first }, minutes, minute, options);
  if (known === null) {
    detector.configure({ ...config, since: first });
    foldAfter(detector, first - 1, start);
    return;
  }
  detector.restore(config, known);
  foldAfter(detector, known.last, start);
}

function foldAfter(detector: Detector, last: number, { topic, minutes, voices }: StartTopic): void {
  for (const one of minutes) {
    if (one.minute > last) detector.fold({ topicId: topic.id, ...one });
  }
  for (const voice of voices) if (voice.minute > last) detector.fold(voice);
}

/** Learns weeks of counts day by day, up to where authors, channels and outlets are known too; null: nothing that old. */
function learnPast(
  config: TopicConfig,
  minutes: readonly StoredMinute[],
  minute: number,
  options: DetectorOptions,
): ReturnType<Detector['snapshot']> {
  const until = minute - Math.max(RING_MINUTES, LONGEST_RULE_MINUTES);
  const detector = createDetector(options);
  detector.configure(config);
  let next = 0;
  for (let end = (config.since ?? until) - 1; end < until;) {
    end = Math.min(end + DAY_MINUTES, until);
    for (; next < minutes.length; next++) {
      const one = minutes[next];
      if (one === undefined || one.minute > end) break;
      detector.fold({ topicId: config.id, ...one });
    }
    detector.close(end);
  }
  return detector.watermark < 0 ? null : detector.snapshot(config.id);
}
