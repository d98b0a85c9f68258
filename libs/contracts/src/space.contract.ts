import type { Space } from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, isoTimeSchema, nameSchema } from './fields.js';
import { topicCreateSchema } from './topic.contract.js';

/**
 * POST /api/v1/spaces — a space for a replay or a drill, with its topics and one source.
 * Answers `SpaceCreated`; the token plays mentions in and pushes the space's clock.
 */
export const spaceCreateSchema = z.object({
  kind: z.enum(['replay', 'drill']),
  brandId: idSchema,
  name: nameSchema,
  startsAt: isoTimeSchema,
  topics: z
    .array(topicCreateSchema.omit({ brandId: true, spaceId: true }))
    .min(1)
    .max(200),
});
export type SpaceCreate = z.input<typeof spaceCreateSchema>;
export interface SpaceCreated {
  readonly space: Space;
  readonly sourceId: number;
  readonly token: string;
}
/** PUT /api/v1/spaces/clock with the source's bearer token: time never runs backwards. */
export const clockSchema = z.object({ now: isoTimeSchema, ended: z.boolean().default(false) });
/** POST /api/v1/drills/demo — plays the bundled demo storm; answers `SpaceCreated` without a token. */
export const demoSchema = z.object({ brandId: idSchema });
