import type { AgreedApproval, AgreedEntry, AgreedWording } from './agreed-wording.js';

/** The wording after one more entry of its history; null before the first. */
export function evolveAgreed(
  wording: AgreedWording | null,
  { seq, at, by, event }: AgreedEntry,
  born: { readonly id: number; readonly brandId: number | null },
): AgreedWording {
  if (event.type === 'written') {
    const { title, use, variants, validUntil, note } = event;
    const authors = wording?.authors ?? [];
    return {
      ...born,
      ...{ title, use, variants, validUntil, note, seq },
      version: (wording?.version ?? 0) + 1,
      written: { at, by },
      authors: authors.some(({ id }) => id === by.id) ? authors : [...authors, by],
      approvals: [],
      returned: null,
      withdrawn: null,
    };
  }
  if (wording === null) throw new Error('a history begins with its first version');
  switch (event.type) {
    case 'approved': {
      const { role, proof } = event;
      const given = event.variants.map(({ channel, language, hash }): AgreedApproval => ({
        ...{ at, by, role, proof, channel, language, hash },
      }));
      return { ...wording, seq, approvals: [...wording.approvals, ...given], returned: null };
    }
    case 'returned': {
      const { role, comment } = event;
      return { ...wording, seq, returned: { at, by, role, comment } };
    }
    case 'withdrawn':
      return { ...wording, seq, withdrawn: { at, by, reason: event.reason } };
  }
}

/** A whole history. */
export function foldAgreed(
  entries: readonly AgreedEntry[],
  born: { readonly id: number; readonly brandId: number | null },
): AgreedWording | null {
  return entries.reduce<AgreedWording | null>(
    (before, entry) => evolveAgreed(before, entry, born),
    null,
  );
}
