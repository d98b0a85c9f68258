import type { Incident } from '../incident/incident.js';
import type { Approval, Statement, Variant, VariantVersion } from './statement.js';

/** The text of a variant: its last version. */
export function textOf(variant: Pick<Variant, 'versions'>): VariantVersion {
  const text = variant.versions.at(-1);
  if (text === undefined) throw new Error('a variant without a text');
  return text;
}

/**
 * The yes-words that count for the text as it stands, first given first: to this very version, after the last no to
 * it, by nobody who wrote or asked, by nobody who is barred, one of each person. An edit ends them for good, also when
 * the old words are put back.
 */
export function countingApprovals(
  { barred }: Pick<Incident, 'barred'>,
  { authors }: Pick<Statement, 'authors'>,
  variant: Variant,
): Approval[] {
  const { hash, written } = textOf(variant);
  const from = Math.max(written.seq, variant.refused?.seq ?? 0);
  const taken = new Set([...authors.map(({ id }) => id), ...barred.map(({ person }) => person.id)]);
  return variant.approvals.filter((one) => {
    if (one.hash !== hash || one.seq <= from || one.by === null) return false;
    if (taken.has(one.by.id)) return false;
    taken.add(one.by.id);
    return true;
  });
}

/** The yes-words that count no longer, first given first. */
export function voidedApprovals(
  incident: Pick<Incident, 'barred'>,
  statement: Pick<Statement, 'authors'>,
  variant: Variant,
): Approval[] {
  const counting = countingApprovals(incident, statement, variant);
  return variant.approvals.filter((one) => !counting.includes(one));
}
