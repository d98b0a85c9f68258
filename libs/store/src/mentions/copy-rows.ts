import { CHANNELS, MENTION_KINDS, OUTLET_TIERS } from '@sturmwarte/domain';
import type { PreparedMention } from './prepared-item.js';

/** What the table holds of a mention beside what its sender said. */
export interface Place {
  readonly id: number;
  /** Decimal, or null when anonymous. */
  readonly authorKey: string | null;
  readonly receivedAt: string;
  readonly minute: number;
  readonly backfill: boolean;
}

export const COPY_KEYS = 'copy mention_key (key, mention_id, version, deleted) from stdin';
export const COPY_MENTIONS = `copy mention (id, space_id, source_id, kind, channel, tier, outlet, url, author_key,
  followers, title, text, lang, published_at, observed_at, received_at, minute, backfill, external_id, version,
  parent, root, repost_of, metrics, rating, topics, negative, tone) from stdin`;
export const COPY_AUTHORS =
  'copy author_news (key, source_id, native_id, handle, name, seen_on) from stdin';
export const COPY_HITS = 'copy hit (topic_id, mention_id, minute, backfill, mute_id) from stdin';

const KIND = indexOf(MENTION_KINDS);
const CHANNEL = indexOf(CHANNELS);
const TIER = indexOf(OUTLET_TIERS);
const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** One line of COPY's text format, in the order of COPY_KEYS. */
export function keyLine(key: string, id: number, version: number): string {
  return `${key}\t${id}\t${version}\tf\n`;
}

/** One line of COPY's text format, in the order of COPY_MENTIONS. */
export function mentionLine(item: PreparedMention, place: Place): string {
  const { mention } = item;
  const { author, metrics } = mention;
  return (
    `${place.id}\t${item.spaceId}\t${item.sourceId}\t${KIND[mention.kind]}\t${CHANNEL[mention.channel]}\t` +
    `${TIER[mention.outletTier]}\t${text(mention.outlet)}\t${text(mention.url)}\t` +
    `${place.authorKey ?? '\\N'}\t${author.followers ?? '\\N'}\t${text(mention.title)}\t` +
    `${escaped(mention.text)}\t${text(item.lang)}\t${mention.publishedAt}\t` +
    `${mention.observedAt}\t${place.receivedAt}\t${place.minute}\t${place.backfill ? 't' : 'f'}\t` +
    `${escaped(mention.externalId)}\t${mention.version}\t${text(mention.parent)}\t` +
    `${text(mention.root)}\t${text(mention.repostOf)}\t` +
    `${metrics === undefined ? '\\N' : JSON.stringify(metrics)}\t${mention.rating ?? '\\N'}\t` +
    `{${item.topics.length === 0 ? '' : item.topics.join(',')}}\t${item.negative}\t${item.tone}\n`
  );
}

/** Lines of COPY's text format, in the order of COPY_HITS: one for each topic. */
export function hitLines(item: PreparedMention, place: Place): string {
  let lines = '';
  for (const topic of item.topics) {
    const mute = item.quiet?.get(topic) ?? '\\N';
    lines += `${topic}\t${place.id}\t${place.minute}\t${place.backfill ? 't' : 'f'}\t${mute}\n`;
  }
  return lines;
}

/** One line of COPY's text format, in the order of COPY_AUTHORS. */
export function authorLine(
  key: string,
  sourceId: number,
  nativeId: string,
  handle: string | undefined,
  name: string | undefined,
  seenOn: string,
): string {
  return `${key}\t${sourceId}\t${escaped(nativeId)}\t${text(handle)}\t${text(name)}\t${seenOn}\n`;
}

function text(value: string | undefined): string {
  return value === undefined ? '\\N' : escaped(value);
}

function escaped(value: string): string {
  return SPECIAL.test(value)
    ? value.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)
    : value;
}

function indexOf<T extends string>(values: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(values.map((value, index) => [value, index])) as Record<T, number>;
}
