import type { AlertView, SimilarAlert } from '@sturmwarte/contracts';
import { fold } from '@sturmwarte/text';

const MOST = 5;
/** Alerts of other topics are similar when they share at least this many terms. */
const SHARED_TERMS = 2;
/** What a word in common, the same topic and the same height weigh. */
const WEIGHT = { term: 2, topic: 1.5, level: 0.5 };

/**
 * Earlier alerts worth looking at: of the same topic, or about the same words when they stood highest. Most in common
 * first: words, then the topic, then how high it went.
 */
export function similarAlerts(alert: AlertView, earlier: readonly AlertView[]): SimilarAlert[] {
  const terms = new Map(termsOf(alert).map((term) => [fold(term).text, term]));
  return earlier
    .map((other) => {
      const shared = termsOf(other).flatMap((term) => terms.get(fold(term).text) ?? []);
      return { ...other, shared: [...new Set(shared)] };
    })
    .filter(({ shared, topicId }) => topicId === alert.topicId || shared.length >= SHARED_TERMS)
    .map((other) => ({ other, weight: weightOf(alert, other) }))
    .sort((a, b) => b.weight - a.weight || b.other.id - a.other.id)
    .slice(0, MOST)
    .map(({ other }) => other);
}

function termsOf({ evidence, peakTerms }: AlertView): readonly string[] {
  return peakTerms ?? evidence.terms.map(({ term }) => term);
}

function weightOf(alert: AlertView, other: SimilarAlert): number {
  const apart = Math.abs(alert.peakLevel - other.peakLevel);
  return (
    other.shared.length * WEIGHT.term +
    (other.topicId === alert.topicId ? WEIGHT.topic : 0) -
    apart * WEIGHT.level
  );
}
