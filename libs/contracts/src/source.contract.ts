import { OUTLET_TIERS, type Source, type SourceState } from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, nameSchema } from './fields.js';

/** POST /api/v1/sources — answers `{ source, token }`; the token is shown once. */
export const sourceCreateSchema = z.object({
  name: nameSchema,
  brandId: idSchema.nullable(),
  spaceId: idSchema.default(1),
  retentionDays: z.number().int().min(1).max(3_650).default(90),
  silentAfterMinutes: z.number().int().min(1).max(100_000).nullable().default(null),
  outletTier: z.enum(OUTLET_TIERS).default('none'),
});
export type SourceCreate = z.input<typeof sourceCreateSchema>;

/** PATCH /api/v1/sources/:id */
export const sourcePatchSchema = z.object({
  name: nameSchema.optional(),
  active: z.boolean().optional(),
  retentionDays: z.number().int().min(1).max(3_650).optional(),
  silentAfterMinutes: z.number().int().min(1).max(100_000).nullable().optional(),
  outletTier: z.enum(OUTLET_TIERS).optional(),
});
export type SourcePatch = z.infer<typeof sourcePatchSchema>;

export interface SourceHealth {
  readonly state: SourceState;
  readonly lastMentionAt: string | null;
  /** Silent since, in minutes, by the space's clock; null when not silent. */
  readonly silentMinutes: number | null;
  readonly silenceLimitMinutes: number | null;
  /** Accepted and rejected lines since the server's day began (UTC). */
  readonly acceptedToday: number;
  readonly rejectedToday: number;
}
export interface SourceView extends Source {
  readonly health: SourceHealth;
  readonly tokens: readonly TokenView[];
}
export interface TokenView {
  readonly id: number;
  /** First characters, to tell tokens apart. */
  readonly hint: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}
/** GET /api/v1/sources/:id/rejects — newest first, samples redacted and bounded. */
export interface RejectRow {
  readonly id: number;
  readonly at: string;
  readonly line: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly sample: string;
}
