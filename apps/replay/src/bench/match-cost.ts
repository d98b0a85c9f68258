import { compileMatcher, parseQuery, standardLexicon } from '@sturmwarte/text';
import { makeInputs, topicQuery } from './corpus.js';

/** Mentions looked at in one pass; the naive way takes a sample of them. */
const MENTIONS = 2_000;
const NAIVE_MENTIONS = 100;
const SECONDS = 0.7;
/** Topics that are named: the smallest set holds them all, so that every set has the same hits. */
const NAMED = 10;

export interface MatchCost {
  readonly name: string;
  readonly buildMs: number;
  /** Microseconds of CPU per mention, one a round. */
  readonly micros: number[];
}

/**
 * First look (topics and polarity in one pass) with few and with many topics, and `includes` topic by topic, in turns.
 * Throws where the naive way finds other topics.
 */
export function measureMatching(rounds: number, sizes: readonly number[]): MatchCost[] {
  const mentions = makeInputs(MENTIONS, 'match', NAMED).map(({ text }) => ({
    text: text ?? '',
    source: 'bench',
    channel: 'x' as const,
  }));
  const some = mentions.slice(0, NAIVE_MENTIONS);
  const largest = Math.max(...sizes);
  const lexicon = standardLexicon();
  const sets = sizes.map((size) => {
    const started = performance.now();
    const matcher = compileMatcher(watched(size), lexicon);
    const find = (text: (typeof mentions)[number]): readonly number[] =>
      matcher.firstLook(text).topics;
    return { name: `${size} topics`, buildMs: performance.now() - started, find, texts: mentions };
  });
  const terms = Array.from({ length: largest }, (_, n) => naiveTerms(n));
  const naive = ({ text }: (typeof mentions)[number]): number[] => {
    const lower = text.toLowerCase();
    const hits: number[] = [];
    for (const [id, list] of terms.entries()) {
      if (list.some((term) => lower.includes(term))) hits.push(id);
    }
    return hits;
  };
  for (const set of sets) for (const one of some) requireSame(set.find(one), naive(one));
  const all = [
    ...sets,
    { name: `includes, ${largest} topics`, buildMs: 0, find: naive, texts: some },
  ].map((one) => ({ ...one, micros: [] as number[] }));
  for (const { find, texts } of all) for (let n = 0; n < 3; n++) texts.forEach(find);
  for (let round = 0; round < rounds; round++) for (const one of all) one.micros.push(costOf(one));
  return all;
}

function costOf<T>({ find, texts }: { find: (text: T) => unknown; texts: readonly T[] }): number {
  const until = performance.now() + SECONDS * 1_000;
  const started = process.cpuUsage();
  let seen = 0;
  while (performance.now() < until) {
    for (const text of texts) find(text);
    seen += texts.length;
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / seen;
}

function watched(size: number): Parameters<typeof compileMatcher>[0] {
  return Array.from({ length: size }, (_, id) => {
    const parsed = parseQuery(topicQuery(id));
    if (!parsed.ok) throw new Error('a query of the corpus cannot be read');
    return { id, query: parsed.query };
  });
}

/** The words of `topicQuery`, as somebody would write them down without a query language. */
function naiveTerms(n: number): string[] {
  return topicQuery(n)
    .split(' OR ')
    .map((term) => term.replaceAll('"', ''));
}

function requireSame(found: readonly number[], expected: readonly number[]): void {
  const sorted = [...found].sort((a, b) => a - b);
  if (sorted.join() === expected.join()) return;
  throw new Error(`the matcher finds ${sorted.join()}, includes finds ${expected.join()}`);
}
