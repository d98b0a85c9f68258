import {
  AGREED_ROLES,
  FORMS_OF_ADDRESS,
  LEVELS,
  MAX_WORDING_LENGTH,
  OUTLET_CHANNELS,
  STATEMENT_PURPOSES,
  TEXT_LANGUAGES,
  WORDING_SEVERITIES,
  type AgreedEntry,
  type AgreedStanding,
  type AgreedWording,
  type FormOfAddress,
  type HouseWordingRule,
  type Level,
  type WordingFinding,
} from '@sturmwarte/domain';
import { z } from 'zod';
import { idSchema, isoTimeSchema, nameSchema, noteSchema } from './fields.js';

const channelSchema = z.enum(OUTLET_CHANNELS);
const languageSchema = z.enum(TEXT_LANGUAGES);
const bothSchema = z.object({
  de: z.string().trim().min(1).max(500),
  en: z.string().trim().min(1).max(500),
});
/** A phrase has at least one letter: "*" alone would ban everything. */
const phrasesSchema = z
  .array(
    z
      .string()
      .trim()
      .min(2)
      .max(100)
      .regex(/[\p{L}\p{N}]{2}/u),
  )
  .max(50);

const ruleFields = {
  de: phrasesSchema,
  en: phrasesSchema,
  why: bothSchema,
  better: bothSchema.nullable().default(null),
  severity: z.enum(WORDING_SEVERITIES),
  channels: z.array(channelSchema).min(1).max(OUTLET_CHANNELS.length).nullable().default(null),
};
const hasPhrase = ({ de, en }: { de: readonly string[]; en: readonly string[] }): boolean =>
  de.length + en.length > 0;

/** POST /api/v1/wording/rules; `brandId` null: for all brands. */
export const houseRuleCreateSchema = z
  .object({ brandId: idSchema.nullable(), ...ruleFields })
  .refine(hasPhrase, { path: ['de'] });
export type HouseRuleCreate = z.input<typeof houseRuleCreateSchema>;

/** PUT /api/v1/wording/rules/:id — as a whole; the brand stays. */
export const houseRuleChangeSchema = z.object(ruleFields).refine(hasPhrase, { path: ['de'] });
export type HouseRuleChange = z.input<typeof houseRuleChangeSchema>;

/** PUT /api/v1/wording/addresses/:brandId */
export const brandAddressSchema = z.object({ address: z.enum(FORMS_OF_ADDRESS).nullable() });

/** GET /api/v1/wording/rules: what a console lints with while somebody types. */
export interface HouseWording {
  readonly rules: readonly HouseWordingRule[];
  readonly addresses: readonly { readonly brandId: number; readonly address: FormOfAddress }[];
}

const textSchema = z.string().max(MAX_WORDING_LENGTH);
/** POST /api/v1/wording/check */
export const wordingCheckSchema = z.object({
  brandId: idSchema,
  text: textSchema,
  channel: channelSchema,
  language: languageSchema,
  purpose: z.enum(STATEMENT_PURPOSES),
});
export interface WordingCheck {
  readonly findings: readonly WordingFinding[];
}

const levelSchema = z
  .number()
  .int()
  .refine((level): level is Level => (LEVELS as readonly number[]).includes(level));
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const boundSchema = z.object({
  channel: channelSchema,
  language: languageSchema,
  hash: hashSchema,
});
const versionFields = {
  title: nameSchema,
  use: z.object({
    purpose: z.enum(STATEMENT_PURPOSES),
    levelFrom: levelSchema,
    levelTo: levelSchema,
    playbooks: z.array(z.string().min(1).max(60)).max(30),
  }),
  variants: z
    .array(z.object({ channel: channelSchema, language: languageSchema, text: textSchema.min(1) }))
    .min(1)
    .max(OUTLET_CHANNELS.length * TEXT_LANGUAGES.length),
  validUntil: isoTimeSchema,
  note: noteSchema,
};

/** POST /api/v1/agreed-wordings */
export const agreedCreateSchema = z.object({ brandId: idSchema.nullable(), ...versionFields });
export type AgreedCreate = z.input<typeof agreedCreateSchema>;

/** POST /api/v1/agreed-wordings/:id/versions — `base`: the newest entry the writer saw. */
export const agreedVersionSchema = z.object({ base: idSchema, ...versionFields });
export type AgreedVersion = z.input<typeof agreedVersionSchema>;

const roleSchema = z.enum(AGREED_ROLES);
/** POST /api/v1/agreed-wordings/:id/approve — with the hashes that were on screen. */
export const agreedApproveSchema = z.object({
  role: roleSchema,
  variants: z
    .array(boundSchema)
    .min(1)
    .max(OUTLET_CHANNELS.length * TEXT_LANGUAGES.length),
});
export type AgreedApprove = z.input<typeof agreedApproveSchema>;

/** POST /api/v1/agreed-wordings/:id/return */
export const agreedReturnSchema = z.object({
  base: idSchema,
  role: roleSchema,
  comment: noteSchema.min(1),
});
/** POST /api/v1/agreed-wordings/:id/withdraw */
export const agreedWithdrawSchema = z.object({ reason: noteSchema.min(1) });

/** GET /api/v1/agreed-wordings answers `AgreedView[]`. */
export interface AgreedView extends AgreedWording {
  readonly standing: AgreedStanding;
}

/** GET /api/v1/agreed-wordings/:id */
export interface AgreedDetail {
  readonly wording: AgreedView;
  readonly history: readonly AgreedEntry[];
}
