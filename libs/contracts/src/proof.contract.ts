import type { ProofMethod } from '@sturmwarte/domain';
import { z } from 'zod';

/** POST /api/v1/proof — answers `ProofView`; a wrong answer is refused with `proof-wrong`. */
export const proofSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('password'), password: z.string().max(256) }),
]);
export type ProofRequest = z.infer<typeof proofSchema>;

/** GET /api/v1/proof: how fresh the proof of this session is, and what the person is asked for. */
export interface ProofView {
  /** Null when there is none that still stands. */
  readonly proof: { readonly at: string; readonly by: ProofMethod } | null;
  readonly methods: readonly ProofMethod[];
  readonly maxAgeMs: number;
}
