import type { MentionView } from '@sturmwarte/contracts';
import {
  CHANNELS,
  CLEARLY_NEGATIVE,
  MENTION_KINDS,
  OUTLET_TIERS,
  type MentionMetrics,
  type Polarity,
} from '@sturmwarte/domain';
import { classify } from '@sturmwarte/text';
import { pseudonym } from './pseudonym.js';

/** A mention `m` with its judgement `j`, as read for people. */
export const MENTION_COLUMNS = `m.id, m.space_id, m.source_id, m.kind, m.channel, m.tier, m.outlet, m.url,
  m.author_key, m.followers, m.title, m.text, coalesce(j.lang, m.lang) as lang, m.published_at, m.observed_at,
  m.received_at, m.metrics, m.rating, m.topics, m.repost_of, m.external_id,
  m.negative as first_negative, j.negative, j.neutral, j.positive, j.model`;

export interface MentionReadRow {
  readonly id: string;
  readonly space_id: number;
  readonly source_id: number;
  readonly kind: number;
  readonly channel: number;
  readonly tier: number;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly author_key: string | null;
  readonly followers: number | null;
  readonly title: string | null;
  readonly text: string;
  readonly lang: string | null;
  readonly published_at: Date;
  readonly observed_at: Date;
  readonly received_at: Date;
  readonly metrics: MentionMetrics | null;
  readonly rating: number | null;
  readonly topics: number[];
  readonly repost_of: string | null;
  readonly external_id: string;
  readonly first_negative: number;
  readonly negative: number | null;
  readonly neutral: number | null;
  readonly positive: number | null;
  readonly model: string | null;
}

/** In SQL what `polarityOf` says in code. */
export const POLARITY_SQL = `case
  when j.model is null then case when m.negative >= ${CLEARLY_NEGATIVE} then 'negative' else 'neutral' end
  when j.negative >= j.neutral and j.negative >= j.positive then 'negative'
  when j.positive > j.neutral then 'positive' else 'neutral' end`;

function polarityOf({ first_negative, negative, neutral, positive }: MentionReadRow): Polarity {
  if (negative === null || neutral === null || positive === null) {
    return first_negative >= CLEARLY_NEGATIVE ? 'negative' : 'neutral';
  }
  if (negative >= neutral && negative >= positive) return 'negative';
  return positive > neutral ? 'positive' : 'neutral';
}

/** `muted`: see `MutedTerms`. */
export function mentionViewOf(
  row: MentionReadRow,
  muted: readonly string[],
  reposts: number,
): MentionView {
  return {
    id: row.id,
    spaceId: row.space_id,
    sourceId: row.source_id,
    kind: MENTION_KINDS[row.kind] ?? 'post',
    channel: CHANNELS[row.channel] ?? 'other',
    outletTier: OUTLET_TIERS[row.tier] ?? 'none',
    outlet: row.outlet,
    url: row.url,
    author: row.author_key === null ? null : pseudonym(BigInt(row.author_key)),
    followers: row.followers,
    title: row.title,
    text: row.text,
    lang: row.lang,
    publishedAt: row.published_at.toISOString(),
    observedAt: row.observed_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    metrics: row.metrics,
    rating: row.rating,
    topics: row.topics,
    negative: row.negative ?? row.first_negative,
    polarity: polarityOf(row),
    judgedBy: row.model ?? 'first look',
    spans: spansOf(row, muted),
    repostOf: row.repost_of,
    reposts,
  };
}

/** The words that speak for its polarity. Judged with its title, shown in its text. */
function spansOf({ title, text, lang }: MentionReadRow, muted: readonly string[]) {
  const offset = title === null ? 0 : title.length + 1;
  const whole = title === null ? text : `${title}\n${text}`;
  const [judged] = classify([{ text: whole, muted, ...(lang === null ? {} : { lang }) }]);
  return (judged?.evidence ?? [])
    .filter(({ start }) => start >= offset)
    .map(({ start, end, weight }) => ({ start: start - offset, end: end - offset, weight }));
}
