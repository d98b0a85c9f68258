import { z } from 'zod';

export const idSchema = z.coerce.number().int().positive().max(2_147_483_647);
/** Mention and alert-event ids are 64-bit: decimal strings in JSON. */
export const bigIdSchema = z.string().regex(/^\d{1,19}$/);
export const isoTimeSchema = z.iso.datetime({ offset: true });
export const nameSchema = z.string().trim().min(1).max(120);
export const noteSchema = z.string().trim().max(2_000);
/** Somebody's words, not empty. */
export const textSchema = noteSchema.min(1);
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema = z.enum(LANGUAGES);
