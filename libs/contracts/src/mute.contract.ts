import type { Mute, MuteEvent } from '@sturmwarte/domain';
import { z } from 'zod';
import type { AlertView } from './alert.contract.js';
import { idSchema, isoTimeSchema, noteSchema } from './fields.js';

const reasonSchema = noteSchema.min(3).max(500);
const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), topicId: idSchema }),
]);

/** GET /api/v1/mutes — those that stand or will, then those that are over, newest first. */
export const muteQuerySchema = z.object({
  space: idSchema.default(1),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export interface MuteView extends Mute {
  /** What is muted, as people call it. */
  readonly name: string;
  /** Alerts of level 3 and above it has kept from calling, so far. */
  readonly heldAlarms: number;
  readonly heldMentions: number;
}

/** GET /api/v1/mutes/:id */
export interface MuteDetail {
  readonly mute: MuteView;
  readonly history: readonly MuteEvent[];
  /** Newest first, as they stand now. */
  readonly alerts: readonly AlertView[];
}

/** POST /api/v1/mutes answers `MuteView`. Times in the clock of the space; an end is compulsory. */
export const muteCreateSchema = z.object({
  subject: subjectSchema,
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
