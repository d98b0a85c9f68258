import {
  approvalStateOf,
  type Approval,
  type ApprovalState,
  type Incident,
  type Publication,
  type Statement,
  type Variant,
} from '@sturmwarte/domain';
import { isSameVariant, newestOf } from './variant-of.js';

export type StandingKind =
  | 'draft'
  | 'waiting'
  | 'approved'
  | 'agreed'
  | 'emergency'
  | 'returned'
  | 'rejected'
  | 'recalled'
  | 'voided'
  | 'planned'
  | 'sending'
  | 'unknown'
  | 'failed'
  | 'published'
  | 'dropped';

export interface VariantStanding {
  readonly kind: StandingKind;
  /** Yes-words given and needed, while it waits. */
  readonly given: number;
  readonly needed: number;
  readonly state: ApprovalState;
  /** Of exactly this text, newest last. */
  readonly publications: readonly Publication[];
  /** The youngest yes an edit made void. */
  readonly lastVoided: Approval | null;
}

/** Where one text stands, in one word: what the list shows of it. */
export function standingOf(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  at: string,
): VariantStanding {
  const state = approvalStateOf(incident, statement, variant, at);
  const { hash } = newestOf(variant);
  const publications = incident.publications.filter(
    (one) => one.statement === statement.id && isSameVariant(one, variant) && one.hash === hash,
  );
  const needed = state.stages.reduce((sum, stage) => sum + stage.needed, 0);
  const given = state.stages
    .flatMap(({ places }) => places)
    .filter(({ turn }) => turn === 'given').length;
  return {
    kind: kindOf(state, variant, publications),
    ...{ given, needed, state, publications },
    lastVoided: state.voided.at(-1) ?? null,
  };
}

function kindOf(
  { phase, voided }: ApprovalState,
  { refused, emergency }: Variant,
  publications: readonly Publication[],
): StandingKind {
  if (phase === 'dropped') return 'dropped';
  const outside = publications.findLast(({ state }) => state !== 'withdrawn');
  if (publications.some(({ state }) => state === 'confirmed')) return 'published';
  if (outside !== undefined) {
    if (outside.state === 'unknown' || outside.state === 'sending') return outside.state;
    if (outside.state === 'prepared') return 'planned';
    if (outside.state === 'failed') return 'failed';
  }
  if (phase === 'refused') return refused?.kind ?? 'returned';
  if (emergency !== null) return 'emergency';
  if (phase === 'draft') return voided.length > 0 ? 'voided' : 'draft';
  return phase;
}
