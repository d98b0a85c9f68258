export interface KeyTerm {
  readonly term: string;
  /** Documents of the window that hold it. */
  readonly count: number;
  /** How many times more frequent than in the baseline; null when the baseline never had it or is empty. */
  readonly lift: number | null;
  /** Log-likelihood G²; 10.83 is one in a thousand. */
  readonly score: number;
}

const MIN_DOCUMENTS = 4;
const SIGNIFICANT = 10.83;
const MIN_LIFT = 2;
/** With a baseline smaller than the window nothing reaches significance; then a term must be said by this many. */
const MIN_SHARE_ALONE = 0.06;
/** A pair swallows its words when it explains most of their documents. */
const SWALLOWS = 0.6;

/**
 * What a window of documents is about compared with usual times: terms whose document frequency rose
 * (G² over 10.83, at least doubled, in at least 4 documents), strongest first. A topic that is usually quiet has
 * too few usual documents for that test; there the terms said by many stand. Counts are documents; count
 * each author and each cluster of near-equal texts once, or one repost makes the topic.
 */
export function keyness(
  window: ReadonlyMap<string, number>,
  windowDocs: number,
  base: ReadonlyMap<string, number>,
  baseDocs: number,
  limit: number,
): KeyTerm[] {
  const found: KeyTerm[] = [];
  for (const [term, count] of window) {
    if (count < MIN_DOCUMENTS) continue;
    const usual = base.get(term) ?? 0;
    const score = logLikelihood(count, windowDocs, usual, baseDocs);
    const lift = usual > 0 ? count / windowDocs / (usual / baseDocs) : null;
    if (lift !== null && lift < MIN_LIFT) continue;
    const convinces =
      baseDocs < windowDocs ? count >= MIN_SHARE_ALONE * windowDocs : score >= SIGNIFICANT;
    if (!convinces) continue;
    found.push({ term, count, lift, score });
  }
  found.sort((a, b) => b.score - a.score || b.count - a.count || (a.term < b.term ? -1 : 1));
  return withoutSwallowed(found, window).slice(0, limit);
}

/** Compares observed with expected document counts in window and baseline. */
function logLikelihood(a: number, windowDocs: number, b: number, baseDocs: number): number {
  const all = windowDocs + baseDocs;
  if (all === 0) return 0;
  const part = (seen: number, expected: number): number =>
    seen > 0 && expected > 0 ? seen * Math.log(seen / expected) : 0;
  const rate = (a + b) / all;
  return 2 * (part(a, windowDocs * rate) + part(b, baseDocs * rate));
}

function withoutSwallowed(
  terms: readonly KeyTerm[],
  window: ReadonlyMap<string, number>,
): KeyTerm[] {
  const swallowed = new Set<string>();
  for (const { term, count } of terms) {
    const words = term.split(' ');
    if (words.length < 2) continue;
    let whole = true;
    for (const word of words)
      if (count >= SWALLOWS * (window.get(word) ?? Infinity)) swallowed.add(word);
      else whole = false;
    // A pair that explains neither word adds nothing to them.
    if (!whole && words.every((word) => !swallowed.has(word))) swallowed.add(term);
  }
  return terms.filter(({ term }) => !swallowed.has(term));
}

/**
 * Terms in more than `share` of the documents of a stream: they name its subject, so they say nothing about
 * feeling and belong among the muted. Take the counts over days, or a storm mutes its own complaint.
 */
export function frequentTerms(
  counts: ReadonlyMap<string, number>,
  documents: number,
  share = 0.1,
  minDocuments = 50,
): string[] {
  if (documents < minDocuments) return [];
  return [...counts].filter(([, count]) => count > documents * share).map(([term]) => term);
}
