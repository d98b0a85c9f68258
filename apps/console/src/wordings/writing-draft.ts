import type { AgreedView } from '@sturmwarte/contracts';
import type { Level, OutletChannel, StatementPurpose, TextLanguage } from '@sturmwarte/domain';

export interface VariantDraft {
  /** Of the field, for as long as the page is open. */
  readonly key: number;
  readonly channel: OutletChannel;
  readonly language: TextLanguage;
  readonly text: string;
}

/** A version as it is being written. */
export interface WritingDraft {
  readonly title: string;
  readonly brandId: number | null;
  readonly purpose: StatementPurpose;
  readonly levelFrom: Level;
  readonly levelTo: Level;
  readonly playbooks: readonly string[];
  readonly variants: readonly VariantDraft[];
  /** ISO; null: no time yet. */
  readonly validUntil: string | null;
  readonly note: string;
}

const NINETY_DAYS_MS = 90 * 86_400_000;

/** To begin with: the version before, or an empty one that ends in ninety days. */
export function draftOf(
  before: AgreedView | null,
  brandId: number | null,
  now: number,
): WritingDraft {
  const validUntil = new Date(now + NINETY_DAYS_MS).toISOString();
  if (before === null) {
    return {
      ...{ title: '', brandId, purpose: 'holding', levelFrom: 2, levelTo: 5, playbooks: [] },
      variants: [{ key: 0, channel: 'website', language: 'de', text: '' }],
      ...{ validUntil, note: '' },
    };
  }
  const { title, use, variants } = before;
  return {
    ...{ title, brandId: before.brandId, ...use, validUntil, note: '' },
    variants: variants.map(({ channel, language, text }, key) => ({
      key,
      channel,
      language,
      text,
    })),
  };
}

/** As the server takes it; null while something is missing. */
export function versionOf({ purpose, levelFrom, levelTo, playbooks, ...draft }: WritingDraft) {
  const title = draft.title.trim();
  const isWhole = title !== '' && draft.variants.length > 0 && draft.validUntil !== null;
  if (!isWhole || draft.variants.some(({ text }) => text.trim() === '')) return null;
  return {
    title,
    use: { purpose, levelFrom, levelTo, playbooks: [...playbooks] },
    variants: draft.variants.map(({ channel, language, text }) => ({ channel, language, text })),
    validUntil: draft.validUntil ?? '',
    note: draft.note.trim(),
  };
}
