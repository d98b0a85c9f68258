import {
  CHANNELS,
  MENTION_KINDS,
  OUTLET_TIERS,
  type Channel,
  type ErrorCode,
  type ErrorParams,
  type MentionKind,
  type MentionMetrics,
  type OutletTier,
  type Polarity,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, isoTimeSchema } from './fields.js';

/**
 * What a source sends, one object a line. Checked by hand on the hot path (`@sturmwarte/connectors`); this type is
 * its documentation. Unknown fields are ignored.
 */
export interface MentionInput {
  /** Id at the source, 1 to 200 characters. */
  externalId: string;
  /** Edit order, an integer of 0 or more; default 0. */
  version?: number;
  kind?: MentionKind;
  channel?: Channel;
  outlet?: string;
  outletTier?: OutletTier;
  url?: string;
  author?: { id?: string; handle?: string; name?: string; followers?: number };
  title?: string;
  /** 1 to 20,000 characters after cleaning. */
  text: string;
  lang?: string;
  publishedAt?: string;
  observedAt?: string;
  parent?: string;
  root?: string;
  repostOf?: string;
  metrics?: MentionMetrics;
  rating?: number;
}
/** Erasure at the source. */
export interface DeletionInput {
  op: 'delete';
  externalId: string;
}

export const INTAKE_LIMITS = {
  /** One JSON body, bytes. NDJSON streams have no total limit. */
  bodyBytes: 16 * 1024 * 1024,
  arrayItems: 10_000,
  /** One NDJSON line, bytes. */
  lineBytes: 256 * 1024,
  textChars: 20_000,
  titleChars: 500,
  externalIdChars: 200,
} as const;

/** What became of one line. `line` counts from 1. */
export type LineResult = {
  readonly line: number;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
};

/** Answer to JSON; and one such line per commit in the answer to an NDJSON stream (cumulative counts). */
export interface IntakeReceipt {
  /** Lines read so far. */
  readonly lines: number;
  /** New mentions stored. */
  readonly stored: number;
  /** Same (source, externalId), same or older version. */
  readonly duplicates: number;
  readonly replaced: number;
  readonly deleted: number;
  readonly rejected: number;
  /** Refused lines since the last receipt of the stream, at most 1,000 listed. */
  readonly errors: readonly LineResult[];
  /** Set on the last receipt of a stream. */
  readonly done?: boolean;
  /** The stream broke: everything counted above is stored, the rest must be sent again. */
  readonly broken?: { readonly code: ErrorCode; readonly params: ErrorParams };
}

/** GET /api/v1/mentions — newest first by arrival. */
export const mentionQuerySchema = z.object({
  space: idSchema.default(1),
  brand: idSchema.optional(),
  topic: idSchema.optional(),
  source: idSchema.optional(),
  alert: idSchema.optional(),
  channel: z.enum(CHANNELS).optional(),
  kind: z.enum(MENTION_KINDS).optional(),
  tier: z.enum(OUTLET_TIERS).optional(),
  lang: z.string().max(10).optional(),
  polarity: z.enum(['negative', 'neutral', 'positive']).optional(),
  author: z.string().max(40).optional(),
  /** Full-text search, websearch syntax. */
  q: z.string().trim().max(200).optional(),
  from: isoTimeSchema.optional(),
  to: isoTimeSchema.optional(),
  before: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
  /** Reposts under their original with a count. */
  fold: z.stringbool().default(true),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MentionQuery = z.input<typeof mentionQuerySchema>;

export interface EvidenceSpan {
  /** Offsets in UTF-16 units of `text`. */
  readonly start: number;
  readonly end: number;
  /** Below zero: makes it negative. */
  readonly weight: number;
}
export interface MentionView {
  readonly id: string;
  readonly spaceId: number;
  readonly sourceId: number;
  readonly kind: MentionKind;
  readonly channel: Channel;
  readonly outletTier: OutletTier;
  readonly outlet: string | null;
  readonly url: string | null;
  /** Stable pseudonym, e.g. `K7F3-2Q`; the clear name has no view. */
  readonly author: string | null;
  readonly followers: number | null;
  readonly title: string | null;
  readonly text: string;
  readonly lang: string | null;
  readonly publishedAt: string;
  readonly observedAt: string;
  readonly receivedAt: string;
  readonly metrics: MentionMetrics | null;
  readonly rating: number | null;
  readonly topics: readonly number[];
  /** As judged at present: P(negative) in thousandths, and by which model. */
  readonly negative: number;
  readonly polarity: Polarity;
  readonly judgedBy: string;
  readonly spans: readonly EvidenceSpan[];
  readonly repostOf: string | null;
  /** Reposts folded under it (only when folding). */
  readonly reposts: number;
}
export interface MentionPage {
  readonly mentions: readonly MentionView[];
  /** Pass as `before` for the next page; null at the end. */
  readonly next: string | null;
}
