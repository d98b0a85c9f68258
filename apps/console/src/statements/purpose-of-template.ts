import type { StatementPurpose } from '@sturmwarte/domain';

const BY_BEGINNING: readonly (readonly [string, StatementPurpose])[] = [
  ['holding', 'holding'],
  ['update', 'update'],
  ['closing-staff', 'internal'],
  ['closing', 'closing'],
  ['correction', 'correction'],
  ['recall', 'recall'],
  ['reply', 'reply'],
  ['hotline', 'internal'],
  ['staff', 'internal'],
];

/** What a text from this template is probably for; whoever writes may say otherwise. */
export function purposeOfTemplate(id: string): StatementPurpose {
  const known = BY_BEGINNING.find(([beginning]) => id.startsWith(beginning));
  return known?.[1] ?? 'statement';
}
