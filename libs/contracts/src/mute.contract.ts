import type { Mute, MuteEvent } from '@sturmwarte/domain';
import { z } from 'zod';
import type { AlertView } from './alert.contract.js';
import { bigIdSchema, idSchema, isoTimeSchema, noteSchema } from './fields.js';
import type { MentionView } from './mention.contract.js';

const reasonSchema = noteSchema.min(3).max(500);
const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), topicId: idSchema }),
  z.object({ kind: z.literal('source'), sourceId: idSchema }),
  /** By pseudonym, as mentions show it. */
  z.object({ kind: z.literal('author'), author: z.string().max(12) }),
  /** Copies of what this mention says, as evidence puts them together. */
  z.object({ kind: z.literal('copies'), mentionId: bigIdSchema }),
]);

/** GET /api/v1/mutes — those that stand or will, then those that are over, newest first. */
export const muteQuerySchema = z.object({
  space: idSchema.default(1),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  /** Left out: both. */
  state: z.enum(['open', 'over']).optional(),
  /** Of those that are over, the ones that ended before this one did. */
  before: idSchema.optional(),
  kind: z.enum(['topic', 'source', 'author', 'copies']).optional(),
  /** In the name, the reason or the name of who set it. */
  q: z.string().trim().max(100).optional(),
});

export interface MuteView extends Mute {
  /** What is muted, as people call it; empty for copies: their text is not kept here. */
  readonly name: string;
  /** The beginning of the text whose copies are muted, as long as it is stored. */
  readonly excerpt: string | null;
  /** The one topic it is for; null: every topic of the brand, or the muted topic itself. */
  readonly onlyTopicName: string | null;
  /** Alerts of level 3 and above it has kept from calling, so far. */
  readonly heldAlarms: number;
  /** When people were told last that it keeps a crowd quiet; null: never. */
  readonly loudAt: string | null;
  /** Mentions it has kept from counting, so far. */
  readonly heldMentions: number;
  /** Of those, in the last hour. */
  readonly heldLately: number;
}

/** GET /api/v1/mutes/:id */
export interface MuteDetail {
  readonly mute: MuteView;
  readonly history: readonly MuteEvent[];
  /** Newest first, as they stand now. */
  readonly alerts: readonly AlertView[];
  /** The newest it kept from counting, as far as they are stored. */
  readonly mentions: readonly MentionView[];
}

/** POST /api/v1/mutes answers `MuteView`. Times in the clock of the space; an end is compulsory. */
export const muteCreateSchema = z.object({
  subject: subjectSchema,
  /** For everything but a topic: whose topics do not count it. Left out: those of the source's own brand. */
  brandId: idSchema.optional(),
  /** Only this topic of the brand does not count it. */
  onlyTopicId: idSchema.nullable().default(null),
  /** Where an author is muted; the others say it themselves. */
  space: idSchema.default(1),
  reason: reasonSchema,
  /** Left out: now. */
  from: isoTimeSchema.optional(),
  until: isoTimeSchema,
  breaksThrough: z.boolean().default(true),
});
export type MuteCreate = z.input<typeof muteCreateSchema>;

/** POST /api/v1/mutes/:id/extend: another end, earlier or later. */
export const muteExtendSchema = z.object({ until: isoTimeSchema, reason: reasonSchema });
/** POST /api/v1/mutes/:id/end: now, before its time. */
export const muteEndSchema = z.object({ reason: reasonSchema.nullable().default(null) });
