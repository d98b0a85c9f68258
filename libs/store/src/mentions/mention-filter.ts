import {
  CHANNELS,
  DomainError,
  LIVE_SPACE_ID,
  MENTION_KINDS,
  OUTLET_TIERS,
  type Channel,
  type MentionKind,
  type OutletTier,
  type Polarity,
} from '@sturmwarte/domain';
import { dayOf, firstIdOf } from './mention-id.js';
import { POLARITY_SQL } from './mention-row.js';
import { keysOfPseudonym } from './pseudonym.js';

export interface MentionFilter {
  readonly spaceId: number;
  /** Mentions of these brands' sources, or that hit one of their topics. */
  readonly brands: 'all' | readonly number[];
  readonly topicId?: number | undefined;
  readonly sourceId?: number | undefined;
  readonly alertId?: number | undefined;
  readonly channel?: Channel | undefined;
  readonly kind?: MentionKind | undefined;
  readonly tier?: OutletTier | undefined;
  readonly lang?: string | undefined;
  readonly polarity?: Polarity | undefined;
  /** A pseudonym. */
  readonly author?: string | undefined;
  /** Words to search, websearch syntax. */
  readonly words?: string | undefined;
  /** Observed at or after; ISO. */
  readonly from?: string | undefined;
  /** Observed before; ISO. */
  readonly to?: string | undefined;
  /** Only older ones than this id. */
  readonly before?: string | undefined;
  /** Reposts of what is stored are left to their original. */
  readonly fold: boolean;
  readonly limit: number;
}

/** Where an alert looks: its topic, from some time before it opened until it closed. */
export interface AlertSpan {
  readonly topicId: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Which mentions, as SQL: `from` (with `m` and `j`) and `where`, and their parameters. */
export interface MentionSelection {
  readonly from: string;
  readonly where: string;
  readonly params: unknown[];
}

export interface VisibleBy {
  readonly sources: readonly number[];
  readonly topics: readonly number[];
}

const JUDGED = 'left join judgement j on j.mention_id = m.id';

export function selectMentions(
  filter: MentionFilter,
  visible: VisibleBy | null,
  alert: AlertSpan | null,
): MentionSelection {
  const params: unknown[] = [];
  const p = (value: unknown): string => `$${params.push(value)}`;
  const where = [`m.space_id = ${p(filter.spaceId)}`];
  let from = 'mention m';
  const topicId = alert?.topicId ?? filter.topicId;
  if (topicId !== undefined) {
    // The stream of a topic is read along its own index.
    from = 'hit h join mention m on m.id = h.mention_id';
    where.push(`h.topic_id = ${p(topicId)}`);
    if (filter.before !== undefined) where.push(`h.mention_id < ${p(filter.before)}`);
  }
  if (alert !== null) {
    where.push(`h.minute between ${p(alert.fromMinute)} and ${p(alert.toMinute)}`);
  }
  if (filter.author !== undefined || filter.words !== undefined) {
    from += ' join mention_search s on s.mention_id = m.id';
    where.push(...searched(filter, p));
  }
  if (visible !== null) {
    where.push(
      `(m.source_id = any(${p(visible.sources)}::int[]) or m.topics && ${p(visible.topics)}::int[])`,
    );
  }
  where.push(...plain(filter, p));
  return { from: `${from} ${JUDGED}`, where: where.join(' and '), params };
}

function searched({ author, words }: MentionFilter, p: (value: unknown) => string): string[] {
  const where: string[] = [];
  if (author !== undefined) {
    const keys = keysOfPseudonym(author);
    if (keys === null) throw new DomainError('invalid-input', { field: 'author' });
    where.push(`s.author_key between ${p(keys.from.toString())} and ${p(keys.to.toString())}`);
  }
  if (words !== undefined) {
    const place = p(words);
    where.push(
      `s.words @@ (websearch_to_tsquery('german', ${place}) || websearch_to_tsquery('simple', ${place}))`,
    );
  }
  return where;
}

function plain(filter: MentionFilter, p: (value: unknown) => string): string[] {
  const { sourceId, channel, kind, tier, lang, polarity, from, to, before } = filter;
  const where: string[] = [];
  if (sourceId !== undefined) where.push(`m.source_id = ${p(sourceId)}`);
  if (channel !== undefined) where.push(`m.channel = ${p(CHANNELS.indexOf(channel))}`);
  if (kind !== undefined) where.push(`m.kind = ${p(MENTION_KINDS.indexOf(kind))}`);
  if (tier !== undefined) where.push(`m.tier = ${p(OUTLET_TIERS.indexOf(tier))}`);
  if (lang !== undefined) where.push(`coalesce(j.lang, m.lang) = ${p(lang)}`);
  if (polarity !== undefined) where.push(`${POLARITY_SQL} = ${p(polarity)}`);
  if (from !== undefined) {
    where.push(`m.observed_at >= ${p(from)}`);
    // Nothing is received before it happens: in the live space older days need not be read.
    if (filter.spaceId === LIVE_SPACE_ID) {
      where.push(`m.id >= ${p(firstIdOf(dayOf(Date.parse(from)) - 1))}`);
    }
  }
  if (to !== undefined) where.push(`m.observed_at < ${p(to)}`);
  if (before !== undefined) where.push(`m.id < ${p(before)}`);
  if (filter.fold) where.push(`(m.repost_of is null or not ${ORIGINAL_IS_STORED})`);
  return where;
}

/** The key of what a mention reposts, computed as `mentionKey` does. */
const ORIGINAL_IS_STORED = `exists (select from mention_key k
  where k.key = left(encode(sha256(convert_to(m.source_id || ':' || m.repost_of, 'UTF8')), 'hex'), 32)::uuid
    and not k.deleted)`;
