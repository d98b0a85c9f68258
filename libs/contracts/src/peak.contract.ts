import { LEAST_MULTIPLE, MOST_MULTIPLE, type PlannedPeakEntry } from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, isoTimeSchema, nameSchema } from './fields.js';

/** GET /api/v1/peaks answers `PeakView[]`, the latest first. */
export const peakQuerySchema = z.object({ space: idSchema.default(1) });
export type PeakView = PlannedPeakEntry;

const LONGEST_MS = 31 * 86_400_000;
/** POST /api/v1/peaks, PUT /api/v1/peaks/:id; DELETE takes it away. */
export const peakValuesSchema = z
  .object({
    spaceId: idSchema.default(1),
    brandId: idSchema,
    /** Null: every topic of the brand. */
    topicId: idSchema.nullable(),
    title: nameSchema,
    from: isoTimeSchema,
    until: isoTimeSchema,
    /** Null: expected, nobody knows how much. */
    multiple: z.number().min(LEAST_MULTIPLE).max(MOST_MULTIPLE).nullable(),
  })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), { path: ['until'] })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= LONGEST_MS, {
    path: ['until'],
  });
export type PeakValues = z.output<typeof peakValuesSchema>;
