import type { Playbook, PlaybookRef, ProposalReason } from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema } from './fields.js';

/** GET /api/v1/playbooks answers `PlaybookView[]`; GET /api/v1/playbooks/:id and /versions/:hash one of them. */
export interface PlaybookView {
  readonly ref: PlaybookRef;
  readonly playbook: Playbook;
}

/** GET /api/v1/playbooks/suggestions?alert= or ?incident= answers `PlaybookSuggestion[]`, the best first. */
export const suggestionQuerySchema = z
  .object({ alert: idSchema.optional(), incident: idSchema.optional() })
  .refine(({ alert, incident }) => (alert === undefined) !== (incident === undefined), {
    path: ['alert'],
  });
export interface PlaybookSuggestion {
  readonly ref: PlaybookRef;
  /** `trigger` (its title in both languages and the terms that made it fit), `wind`, `impact`. */
  readonly reasons: readonly ProposalReason[];
}
