import type { LedgerStanding } from '@sturmwarte/domain';

/** What is called certain, or refuted, says by what (as `decideKnowledge` demands). */
export function needsSource(standing: LedgerStanding): boolean {
  return standing === 'fact' || standing === 'refuted';
}
