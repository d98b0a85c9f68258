import type { AlertView } from '@sturmwarte/contracts';
import { fold } from '@sturmwarte/text';

const MOST = 5;
/** Alerts of other topics are similar when they share at least this many terms. */
const SHARED_TERMS = 2;

/** Earlier alerts worth looking at: of the same topic, or about the same words; most in common first. */
export function similarAlerts(alert: AlertView, earlier: readonly AlertView[]): AlertView[] {
  const terms = new Set(alert.evidence.terms.map(({ term }) => fold(term).text));
  const shared = (other: AlertView): number =>
    other.evidence.terms.filter(({ term }) => terms.has(fold(term).text)).length;
  return earlier
    .map((other) => ({ other, common: shared(other), same: other.topicId === alert.topicId }))
    .filter(({ common, same }) => same || common >= SHARED_TERMS)
    .sort(
      (a, b) => b.common - a.common || Number(b.same) - Number(a.same) || b.other.id - a.other.id,
    )
    .slice(0, MOST)
    .map(({ other }) => other);
}
