import type { MentionInput } from '@sturmwarte/contracts';
import { channelBit, createDetector, type CountDelta } from '@sturmwarte/detect';
import { CLEARLY_NEGATIVE, countingMinute, minuteOf, type Level } from '@sturmwarte/domain';
import { compileMatcher, parseQuery, standardLexicon } from '@sturmwarte/text';
import type { Entry } from '../entry.js';

export interface CoursePoint {
  readonly minute: number;
  readonly topic: string;
  readonly level: Level;
}

/** Which levels the detector gives a stream with its first look: what the server shows, without the server. */
export function courseOf(
  topics: readonly { readonly name: string; readonly query: string }[],
  entries: readonly Entry[],
  untilMs: number,
): CoursePoint[] {
  const watched = topics.map(({ query }, id) => {
    const parsed = parseQuery(query);
    if (!parsed.ok) throw new Error(`${query}: ${JSON.stringify(parsed.errors)}`);
    return { id, query: parsed.query };
  });
  const matcher = compileMatcher(watched, standardLexicon());
  const detector = createDetector();
  const since = minuteOf(entries[0]?.atMs ?? 0);
  topics.forEach((_, id) => detector.configure({ id, rules: [], since }));
  const course: CoursePoint[] = [];
  const close = (minute: number): void => {
    for (const { at, topicId, level } of detector.close(minute)) {
      course.push({ minute: minuteOf(at), topic: topics[topicId]?.name ?? '', level });
    }
  };
  for (const { atMs, body } of entries) {
    const minute = minuteOf(atMs);
    close(minute - 1);
    const mention = body as MentionInput;
    const counted = countingMinute(Date.parse(mention.observedAt ?? ''), atMs);
    if (counted.backfill) continue;
    for (const delta of deltasOf(mention, counted.minute, matcher)) detector.fold(delta);
  }
  close(minuteOf(untilMs));
  return course;
}

function deltasOf(
  { text, title, lang, author, channel, outlet, outletTier }: MentionInput,
  minute: number,
  matcher: ReturnType<typeof compileMatcher>,
): CountDelta[] {
  const { topics, negPermille } = matcher.firstLook({
    text,
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
    ...(author?.handle === undefined ? {} : { authorHandle: author.handle }),
  });
  const clear = negPermille >= CLEARLY_NEGATIVE;
  const media =
    outlet === undefined || outletTier === undefined ? [] : [{ outlet, tier: outletTier }];
  return topics.map((topicId) => ({
    topicId,
    minute,
    total: 1,
    negPermille,
    negCount: clear ? 1 : 0,
    authors: clear && author?.id !== undefined ? [hash(author.id)] : [],
    channels: clear ? channelBit(channel ?? 'other') : 0,
    media: clear ? media.map(({ outlet: name, tier }) => ({ outlet: hash(name), tier })) : [],
  }));
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
