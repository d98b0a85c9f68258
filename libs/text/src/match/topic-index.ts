import { fold } from '../fold/fold.js';
import type { Query, QueryField } from '../query/query.js';
import type { CompiledQuery } from './compiled-query.js';
import type { Pattern } from './pattern.js';
import { patternKey, termPattern } from './pattern.js';
import { chooseAnchors } from './choose-anchors.js';

/** What fields are compared with, folded. */
export interface DocumentFields {
  readonly source: string;
  readonly channel: string;
  readonly lang: string;
  readonly author: string;
}

export interface WatchedTopic {
  readonly id: number;
  readonly query: Query;
}

export interface IndexedTopic {
  readonly id: number;
  readonly query: CompiledQuery;
}

/** Queries by the terms they cannot match without. */
export interface TopicIndex {
  readonly patterns: readonly Pattern[];
  readonly topics: readonly IndexedTopic[];
  /** Per term the topics it wakes: `wakes[wakeStart[t] .. wakeStart[t + 1])` are indices into `topics`. */
  readonly wakeStart: Int32Array;
  readonly wakes: Int32Array;
  readonly wokenBySource: ReadonlyMap<string, readonly number[]>;
  readonly wokenByAuthor: ReadonlyMap<string, readonly number[]>;
  /** Fields some query asks for: the others of a document need no look. */
  readonly fields: ReadonlySet<QueryField>;
}

/** Handles lose their @, languages their region ("de-AT" is "de"). */
export function foldField(value: string, field: QueryField): string {
  const folded = fold(value.trim().replace(/^@/, '')).text;
  return field === 'lang' ? (folded.split(/[-_]/)[0] as string) : folded;
}

export function buildTopicIndex(watched: readonly WatchedTopic[]): TopicIndex {
  const patterns: Pattern[] = [];
  const uses: number[] = [];
  const numbers = new Map<string, number>();
  const fields = new Set<QueryField>();
  const compile = (query: Query): CompiledQuery => {
    switch (query.kind) {
      case 'and':
      case 'or':
        return { kind: query.kind, items: query.items.map(compile) };
      case 'not':
        return { kind: 'not', item: compile(query.item) };
      case 'field':
        fields.add(query.field);
        return { kind: query.field, value: foldField(query.value, query.field) };
      default: {
        const pattern = termPattern(query);
        // Nothing searchable: never true. The parser refuses such terms; a hand-made tree may hold one.
        if (!pattern) return { kind: 'or', items: [] };
        const key = patternKey(pattern);
        let term = numbers.get(key);
        if (term === undefined) {
          term = patterns.push(pattern) - 1;
          uses.push(0);
          numbers.set(key, term);
        }
        uses[term] = (uses[term] as number) + 1;
        return { kind: 'term', term };
      }
    }
  };
  const topics = watched.map(({ id, query }) => ({ id, query: compile(query) }));

  const wokenBySource = new Map<string, number[]>();
  const wokenByAuthor = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  topics.forEach(({ query }, topic) => {
    const anchors = chooseAnchors(query, (term) => {
      const { units, words } = patterns[term] as Pattern;
      return ((uses[term] as number) * 1000) / (units.length * units.length * words);
    });
    for (const anchor of anchors ?? []) {
      if (anchor.kind === 'term') pairs.push([anchor.term, topic]);
      else {
        const woken = anchor.kind === 'source' ? wokenBySource : wokenByAuthor;
        const list = woken.get(anchor.value);
        if (list) list.push(topic);
        else woken.set(anchor.value, [topic]);
      }
    }
  });
  const woken = postings(pairs, patterns.length);
  return { patterns, topics, ...woken, wokenBySource, wokenByAuthor, fields };
}

function postings(
  pairs: readonly (readonly [number, number])[],
  terms: number,
): Pick<TopicIndex, 'wakeStart' | 'wakes'> {
  const wakeStart = new Int32Array(terms + 1);
  for (const [term] of pairs) wakeStart[term + 1] = (wakeStart[term + 1] as number) + 1;
  for (let t = 0; t < terms; t++)
    wakeStart[t + 1] = (wakeStart[t + 1] as number) + (wakeStart[t] as number);
  const fill = wakeStart.slice();
  const wakes = new Int32Array(pairs.length);
  for (const [term, topic] of pairs) {
    const at = fill[term] as number;
    wakes[at] = topic;
    fill[term] = at + 1;
  }
  return { wakeStart, wakes };
}
