import type { VariantKey } from '../statement/statement-refs.js';
import {
  AGREED_ROLES,
  type AgreedRole,
  type AgreedVariant,
  type AgreedWording,
} from './agreed-wording.js';

/** `waiting`: at least one text lacks an approval. */
export const AGREED_STANDINGS = ['valid', 'waiting', 'returned', 'expired', 'withdrawn'] as const;
export type AgreedStanding = (typeof AGREED_STANDINGS)[number];

/** The roles whose yes a text still lacks. */
export function rolesMissing(
  wording: AgreedWording,
  variant: AgreedVariant,
): readonly AgreedRole[] {
  const given = approvalsOf(wording, variant);
  return AGREED_ROLES.filter((role) => !given.some((one) => one.role === role));
}

/**
 * Approvals that count for a text: with its hash, by somebody who never wrote a version of it, nobody twice. Said again
 * here so that a history somebody tampered with counts for nothing either.
 */
export function approvalsOf(
  wording: AgreedWording,
  variant: AgreedVariant,
): AgreedWording['approvals'] {
  const { channel, language, hash } = variant;
  const seen = new Set(wording.authors.map(({ id }) => id));
  return wording.approvals.filter((one) => {
    if (one.channel !== channel || one.language !== language || one.hash !== hash) return false;
    if (seen.has(one.by.id)) return false;
    seen.add(one.by.id);
    return true;
  });
}

/** May this text be used at this moment without asking anybody? Languages stand for themselves. */
export function isAgreed(wording: AgreedWording, key: VariantKey, at: string): boolean {
  const variant = variantOf(wording, key);
  return (
    variant !== null &&
    wording.withdrawn === null &&
    Date.parse(at) < Date.parse(wording.validUntil) &&
    rolesMissing(wording, variant).length === 0
  );
}

export function variantOf(wording: AgreedWording, key: VariantKey): AgreedVariant | null {
  const { channel, language } = key;
  return (
    wording.variants.find((one) => one.channel === channel && one.language === language) ?? null
  );
}

/** The wording as a whole, for lists. */
export function standingOfAgreed(wording: AgreedWording, at: string): AgreedStanding {
  if (wording.withdrawn !== null) return 'withdrawn';
  if (Date.parse(at) >= Date.parse(wording.validUntil)) return 'expired';
  if (wording.variants.every((variant) => rolesMissing(wording, variant).length === 0))
    return 'valid';
  return wording.returned === null ? 'waiting' : 'returned';
}
