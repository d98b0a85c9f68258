import { DomainError } from '../errors.js';
import type { Incident } from '../incident/incident.js';
import { isSameVariant } from '../incident/evolve-statements.js';
import { approvalStateOf, isOpen } from './approval-state.js';
import { textOf } from './counting-approvals.js';
import type { Statement, Variant } from './statement.js';
import type { VariantKey } from './statement-refs.js';

/** Approved by its chain; agreed beforehand, where the chain asks nobody; or let out in an emergency. */
export type ReleaseHow = 'approved' | 'agreed' | 'emergency';
export type Release =
  | { readonly how: ReleaseHow; readonly refusal: null }
  | { readonly how: null; readonly refusal: DomainError };

/**
 * May this exact text leave the house? The one place that says so: the editor, the button, the command and the
 * transaction that hands it over all ask here. `hash` is that of the text somebody is about to send, `agreedNow` says
 * whether the agreed wording it came from is still valid.
 */
export function releaseOf(
  incident: Incident,
  statement: Statement,
  key: VariantKey,
  hash: string,
  at: string,
  agreedNow: boolean,
): Release {
  if (incident.state === 'merged') {
    return no(new DomainError('incident-over', { into: incident.mergedInto?.number ?? null }));
  }
  const variant = statement.variants.find((one) => isSameVariant(one, key));
  if (variant === undefined) {
    return no(
      new DomainError('not-found', { what: 'variant', id: `${key.channel} ${key.language}` }),
    );
  }
  const dropped = statement.dropped ?? variant.dropped;
  if (dropped !== null) {
    return no(new DomainError('wording-dropped', { by: dropped.by?.name ?? null, at: dropped.at }));
  }
  const text = textOf(variant);
  if (text.hash !== hash) return no(wordingChanged(variant));
  const { phase, stages } = approvalStateOf(incident, statement, variant, at, agreedNow);
  if (phase === 'approved' || phase === 'agreed') return { how: phase, refusal: null };
  if (variant.refused !== null && phase === 'refused') {
    const { by, at: when, kind } = variant.refused;
    return no(new DomainError('wording-refused', { by: by?.name ?? null, at: when, kind }));
  }
  if (isLetOut(incident, variant) && agreedNow) return { how: 'emergency', refusal: null };
  if (text.agreed !== null && !agreedNow && phase === 'draft') {
    return no(new DomainError('agreed-expired', { title: text.agreed.title }));
  }
  if (variant.asked === null) return no(new DomainError('approval-not-asked'));
  const roles = stages
    .flatMap(({ places }) => places)
    .filter(({ turn }) => isOpen(turn) || turn === 'later')
    .map(({ role }) => role);
  return no(new DomainError('approval-missing', { roles: [...new Set(roles)].join(',') }));
}

/** Who changed the text, and when. */
export function wordingChanged(variant: Variant): DomainError {
  const { written } = textOf(variant);
  return new DomainError('wording-changed', { by: written.by?.name ?? null, at: written.at });
}

/** A break-glass release of this version that nobody has objected to. */
function isLetOut({ emergencies }: Incident, { emergency, ...variant }: Variant): boolean {
  if (emergency === null || emergency.hash !== textOf(variant).hash) return false;
  const release = emergencies.find(({ seq }) => seq === emergency.seq);
  return release !== undefined && release.review?.verdict !== 'objected';
}

function no(refusal: DomainError): Release {
  return { how: null, refusal };
}
