import { readMention, type ReadContext, type Refusal } from '@sturmwarte/connectors';
import { countingMinute, tiered } from '@sturmwarte/domain';
import type { PreparedItem, PreparedMention } from '@sturmwarte/store';
import type { SourceRow } from '../common/principal.js';
import type { SpaceClocks } from './space-clocks.js';
import type { SpaceMatcher } from './topic-matchers.js';

export type FirstLookResult = { readonly ok: true; readonly item: PreparedItem } | Refusal;

/** Before the commit: is it a mention, which topics does it touch, how negative does it sound, when does it count? */
export function firstLook(
  raw: unknown,
  source: SourceRow,
  { matcher, brandOf }: SpaceMatcher,
  clocks: SpaceClocks,
  context: ReadContext,
): FirstLookResult {
  const { id: sourceId, spaceId } = source;
  const read = readMention(raw, context);
  if (!read.ok) return read;
  if ('delete' in read) {
    return { ok: true, item: { op: 'delete', spaceId, sourceId, externalId: read.delete } };
  }
  const { observedMs } = read;
  const mention = tiered(read.mention, source);
  const look = matcher.firstLook({
    text: mention.text,
    source: source.name,
    channel: mention.channel,
    title: mention.title,
    lang: mention.lang,
    authorHandle: mention.author.handle,
  });
  const spaceNowMs = clocks.advance(spaceId, observedMs, context.nowMs);
  const item: PreparedMention = {
    op: 'upsert',
    spaceId,
    sourceId,
    mention,
    lang: mention.lang ?? (look.lang === 'unknown' ? undefined : look.lang),
    spaceNowMs,
    ownClock: clocks.hasOwn(spaceId),
    // A source of one brand speaks to that brand's topics only.
    topics:
      source.brandId === null
        ? look.topics
        : look.topics.filter((topic) => brandOf.get(topic) === source.brandId),
    negative: look.negPermille,
    tone: look.tone,
    ...countingMinute(observedMs, spaceNowMs),
  };
  return { ok: true, item };
}
