import { readMention, type ReadContext, type Refusal } from '@sturmwarte/connectors';
import { countingMinute, tiered, type Mention } from '@sturmwarte/domain';
import type { PreparedItem, PreparedMention } from '@sturmwarte/store';
import type { SourceRow } from '../common/principal.js';
import type { QuietList, Voice } from '../common/quiet-list.js';
import type { SpaceClocks } from './space-clocks.js';
import type { SpaceMatcher } from './topic-matchers.js';

export type FirstLookResult = { readonly ok: true; readonly item: PreparedItem } | Refusal;

/** What mutes of the space keep from counting, and who an author is to them. */
export interface Quieting {
  readonly list: QuietList;
  readonly authorNumber: (sourceId: number, nativeId: string) => number | null;
}

/** Before the commit: is it a mention, which topics does it touch, how negative does it sound, when does it count? */
export function firstLook(
  raw: unknown,
  source: SourceRow,
  { matcher, brandOf }: SpaceMatcher,
  clocks: SpaceClocks,
  context: ReadContext,
  quieting: Quieting | null,
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
  // A source of one brand speaks to that brand's topics only.
  const topics =
    source.brandId === null
      ? look.topics
      : look.topics.filter((topic) => brandOf.get(topic) === source.brandId);
  const item: PreparedMention = {
    op: 'upsert',
    spaceId,
    sourceId,
    mention,
    lang: mention.lang ?? (look.lang === 'unknown' ? undefined : look.lang),
    spaceNowMs,
    ownClock: clocks.hasOwn(spaceId),
    topics,
    negative: look.negPermille,
    tone: look.tone,
    ...countingMinute(observedMs, spaceNowMs),
    quiet:
      quieting === null
        ? null
        : quieting.list.topicsOf(
            voiceOf(mention, sourceId, quieting.authorNumber),
            topics,
            brandOf,
            spaceNowMs,
          ),
  };
  return { ok: true, item };
}

function voiceOf(
  { author, title, text }: Mention,
  sourceId: number,
  authorNumber: Quieting['authorNumber'],
): Voice {
  return {
    sourceId,
    author: () => authorNumber(sourceId, author.id),
    text: () => (title === undefined ? text : `${title}\n${text}`),
  };
}
