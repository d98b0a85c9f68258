import type { Incident, JournalEntry } from '@sturmwarte/domain';
import { z } from 'zod';
import {
  bigIdSchema,
  idSchema,
  isoTimeSchema,
  languageSchema,
  nameSchema,
  noteSchema,
  textSchema,
} from './fields.js';
import type { MentionView } from './mention.contract.js';

export interface IncidentView {
  readonly id: number;
  readonly incident: Incident;
}

/** GET /api/v1/incidents answers `IncidentView[]`, newest first. */
export const incidentQuerySchema = z.object({
  space: idSchema.default(1),
  state: z.enum(['open', 'all-clear', 'merged']).optional(),
  before: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type IncidentQuery = z.input<typeof incidentQuerySchema>;

/**
 * GET /api/v1/incidents/:id: the state, and the end of the journal. A console goes on from `incident.version` by
 * folding the entries after it.
 */
export interface IncidentDetail extends IncidentView {
  /** The last entries, oldest first. */
  readonly entries: readonly JournalEntry[];
}

/** GET /api/v1/incidents/:id/entries: after a number (what is new) or before one (older ones); oldest first. */
export const entriesQuerySchema = z
  .object({
    after: z.coerce.number().int().min(0).optional(),
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  })
  .refine(({ after, before }) => (after === undefined) !== (before === undefined), {
    path: ['after'],
  });

/** GET /api/v1/incidents/search?words= answers `IncidentHit[]`. */
export const incidentSearchSchema = z.object({
  words: z.string().trim().min(2).max(200),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export interface IncidentHit {
  readonly incidentId: number;
  readonly number: string;
  readonly title: string;
  readonly entry: JournalEntry;
}

/**
 * GET /api/v1/incidents/all-clears answers `AllClearNews[]`: what ended since this person was last told, oldest first.
 * POST /api/v1/incidents/all-clears/told: up to here it was shown.
 */
export interface AllClearNews {
  readonly incidentId: number;
  readonly number: string;
  /** Null for who may not enter. */
  readonly title: string | null;
  readonly at: string;
}
export const allClearsToldSchema = z.object({ until: isoTimeSchema });

/**
 * GET /api/v1/incidents/:id/contents?mentions=1,2 answers `CitedContent[]`, in the order asked for: what entries of the
 * journal refer to, for those who may enter.
 */
export const contentsQuerySchema = z.object({
  mentions: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(bigIdSchema).min(1).max(100)),
});
export interface CitedContent {
  readonly mentionId: string;
  /** Salted hash of the content as it is now, to be held against the entry's; null: it was erased. */
  readonly hash: string | null;
  /** Null: erased, or not for this reader. */
  readonly mention: MentionView | null;
}

/** POST /api/v1/incidents: from alerts, or by hand with the brand it concerns. Answers `IncidentView`. */
export const openIncidentSchema = z.object({
  title: nameSchema,
  spaceId: idSchema.default(1),
  alertIds: z.array(idSchema).max(50).default([]),
  /** Needed without alerts. */
  brandId: idSchema.nullable().default(null),
  t0: isoTimeSchema.nullable().default(null),
  /** A playbook to start in the same breath. */
  playbookId: z.string().max(40).nullable().default(null),
});

/** POST /api/v1/incidents/:id/merge answers the `IncidentView` it went into. */
export const mergeIncidentSchema = z.object({ into: idSchema, reason: textSchema });
/** POST /api/v1/incidents/:id/split answers the `IncidentView` that was born. */
export const splitIncidentSchema = z.object({
  title: nameSchema,
  alertIds: z.array(idSchema).min(1).max(50),
  reason: textSchema,
});

/** POST /api/v1/incidents/:id/attachments: the file as body, its name in the query. Answers `CommandAnswer`. */
export const attachmentQuerySchema = z.object({ name: nameSchema, note: noteSchema.optional() });
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** GET /api/v1/incidents/:id/report.pdf: the situation report on one page. */
export const reportQuerySchema = z.object({ language: languageSchema.default('de') });
/** POST /api/v1/incidents/:id/attachments/:attachment/erase answers `CommandAnswer`. */
export const eraseAttachmentSchema = z.object({ reason: textSchema });

/** First line of GET /api/v1/incidents/:id/journal (NDJSON); every further line is a `JournalEntry`. */
export interface JournalExport {
  readonly format: 'sturmwarte-journal';
  readonly version: 1;
  /** Part of every hash. */
  readonly incident: string;
  readonly number: string;
  readonly title: string;
  readonly exportedAt: string;
  readonly head: { readonly seq: number; readonly hash: string };
  /** SHA-256 of this line without its seal, as canonical JSON. */
  readonly seal: string;
}
