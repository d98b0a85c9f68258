import { DomainError } from '../errors.js';
import { textOf } from '../statement/counting-approvals.js';
import { wordingChanged } from '../statement/release-of.js';
import type { Publication, Statement, Variant } from '../statement/statement.js';
import type { BoundVariant, VariantKey } from '../statement/statement-refs.js';
import { isSameVariant } from './evolve-statements.js';
import type { Incident, Stamp } from './incident.js';

/** Refuses `not-found`, and `wording-dropped` for one nobody pursues any more. */
export function liveStatement({ statements }: Incident, id: number): Statement {
  const statement = statements.find((one) => one.id === id);
  if (statement === undefined) throw new DomainError('not-found', { what: 'statement', id });
  if (statement.dropped !== null) throw dropped(statement.dropped);
  return statement;
}

export function liveVariant({ variants }: Statement, key: VariantKey): Variant {
  const variant = variants.find((one) => isSameVariant(one, key));
  if (variant === undefined) {
    const id = `${key.channel} ${key.language}`;
    throw new DomainError('not-found', { what: 'variant', id });
  }
  if (variant.dropped !== null) throw dropped(variant.dropped);
  return variant;
}

/** The variant, if its text is still the one somebody saw; else refuses `wording-changed` with who and when. */
export function seenVariant(statement: Statement, bound: BoundVariant): Variant {
  const variant = liveVariant(statement, bound);
  if (textOf(variant).hash !== bound.hash) throw wordingChanged(variant);
  return variant;
}

export function publicationOf({ publications }: Incident, id: number): Publication {
  const found = publications.find((one) => one.id === id);
  if (found === undefined) throw new DomainError('not-found', { what: 'publication', id });
  return found;
}

/** On its way, or nobody knows whether it arrived: what must not be changed behind its back. */
export function isUnderWay({ state }: Publication): boolean {
  return state === 'sending' || state === 'unknown';
}

export function underWay({ state, moved }: Publication): DomainError {
  return new DomainError('publication-open', { state, at: moved.at });
}

function dropped({ by, at }: Stamp): DomainError {
  return new DomainError('wording-dropped', { by: by?.name ?? null, at });
}
