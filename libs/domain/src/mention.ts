/** One post, comment, article, review or message about something we watch. Text is plain text, never HTML. */
export const MENTION_KINDS = [
  'post',
  'comment',
  'reply',
  'repost',
  'quote',
  'review',
  'article',
  'message',
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Where people see it. Coarse on purpose: the level rules count channels, not platforms' sub-products. */
export const CHANNELS = [
  'x',
  'bluesky',
  'mastodon',
  'facebook',
  'instagram',
  'threads',
  'tiktok',
  'youtube',
  'linkedin',
  'telegram',
  'whatsapp',
  'reddit',
  'forum',
  'review',
  'blog',
  'news',
  'print',
  'broadcast',
  'email',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Weight of a media outlet, lowest first; `none` for everything that is not media. */
export const OUTLET_TIERS = ['none', 'blog', 'online', 'print', 'broadcast'] as const;
export type OutletTier = (typeof OUTLET_TIERS)[number];

export interface MentionAuthor {
  /** Stable id at the source. Never shown: people see a pseudonym derived from it. */
  readonly id: string;
  readonly handle?: string;
  readonly name?: string;
  readonly followers?: number;
}

/** Counts as the source reports them at `observedAt`. */
export interface MentionMetrics {
  readonly likes?: number;
  readonly replies?: number;
  readonly reposts?: number;
  readonly quotes?: number;
  readonly views?: number;
  readonly reach?: number;
}

/** A mention as it passed the door: checked, cleaned, every time filled in. Times are ISO 8601 UTC. */
export interface Mention {
  /** Id at the source; (source, externalId) is one mention. */
  readonly externalId: string;
  /** Edit order: a higher version replaces a lower one. 0 where the source knows no edits. */
  readonly version: number;
  readonly kind: MentionKind;
  readonly channel: Channel;
  readonly outletTier: OutletTier;
  readonly outlet?: string;
  readonly url?: string;
  readonly author: MentionAuthor;
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  /** What the author claims (display). */
  readonly publishedAt: string;
  /** What the platform witnessed (windows); falls back to the time of receipt. */
  readonly observedAt: string;
  readonly parent?: string;
  readonly root?: string;
  readonly repostOf?: string;
  readonly metrics?: MentionMetrics;
  /** Stars of a review, 1 to 5. */
  readonly rating?: number;
}

/** Polarity as judged: probability in thousandths, so that sums over judgements are exact integers. */
export type Permille = number;

export type Polarity = 'negative' | 'neutral' | 'positive';

/** From here a mention is clearly negative: its author, channel and outlet count as critics. */
export const CLEARLY_NEGATIVE: Permille = 500;
