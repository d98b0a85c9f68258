import { ROLES, type Grant } from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, languageSchema, nameSchema, type Language } from './fields.js';
import type { SecondStepView } from './proof.contract.js';

const emailSchema = z.email().max(254);
/** Length is the only rule that helps; everything may be pasted. */
export const PASSWORD_MIN = 12;
const passwordSchema = z.string().min(PASSWORD_MIN).max(256);
const linkTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

/** POST /api/v1/setup — the first account: admin and incident lead of all brands, and the first brand. */
export const setupSchema = z.object({
  token: linkTokenSchema,
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  brand: nameSchema,
  language: languageSchema,
});
export type SetupRequest = z.infer<typeof setupSchema>;

/** POST /api/v1/session */
export const signInSchema = z.object({ email: z.string().max(254), password: z.string().max(256) });
export type SignInRequest = z.infer<typeof signInSchema>;

/** GET /api/v1/session, and the answer of signing in. */
export interface SessionView {
  readonly person: PersonView;
  /** Send back as `x-sturmwarte-csrf` with every change. */
  readonly csrf: string;
  /** An administrator took this person's second factors away; until it was read. */
  readonly factorsReset?: { readonly at: string; readonly by: string };
}
/** POST /api/v1/session */
export type SignInAnswer = SessionView | SecondStepView;
export interface PersonView {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly grants: readonly Grant[];
  readonly active: boolean;
  readonly lastSignInAt: string | null;
  /** False until an invitation was accepted. */
  readonly joined: boolean;
}

/** GET /api/v1/colleagues answers `ColleagueView[]`: whom one can ask, seat or give a step to. */
export interface ColleagueView {
  readonly id: number;
  readonly name: string;
  /** Of the brands the asker sees. */
  readonly grants: readonly Grant[];
}

export const grantSchema = z.object({ role: z.enum(ROLES), brandId: idSchema.nullable() });
export const grantsSchema = z.array(grantSchema).max(200);

/** POST /api/v1/people — answers `{ person, link }`; the link is shown once. */
export const inviteSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  language: languageSchema,
  grants: grantsSchema,
});
export type InviteRequest = z.infer<typeof inviteSchema>;

/** PATCH /api/v1/people/:id */
export const personPatchSchema = z.object({
  name: nameSchema.optional(),
  active: z.boolean().optional(),
  grants: grantsSchema.optional(),
});
export type PersonPatch = z.infer<typeof personPatchSchema>;

/** POST /api/v1/links/:token — accepts an invitation or sets a new password. */
export const useLinkSchema = z.object({ password: passwordSchema });
/** GET /api/v1/links/:token */
export interface LinkView {
  readonly kind: 'invitation' | 'password-reset';
  readonly name: string;
  readonly email: string;
  readonly expiresAt: string;
}

/** PATCH /api/v1/me */
export const mePatchSchema = z.object({
  name: nameSchema.optional(),
  language: languageSchema.optional(),
  password: z.object({ current: z.string().max(256), next: passwordSchema }).optional(),
});
export type MePatch = z.infer<typeof mePatchSchema>;

/** GET /api/v1/me/sessions, GET /api/v1/people/:id/sessions */
export interface SessionRow {
  readonly id: number;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
  readonly current: boolean;
}

/** GET /api/v1/audit */
export const auditQuerySchema = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly by: { readonly id: number; readonly name: string } | null;
  /** e.g. `person.invited`, `topic.changed`; words in i18n. */
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export const brandSchema = z.object({ name: nameSchema });
export interface BrandView {
  readonly id: number;
  readonly name: string;
}
