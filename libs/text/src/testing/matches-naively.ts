import type { Query, QueryTerm } from '../query/query.js';
import { fold } from '../fold/fold.js';

export interface NaiveDocument {
  readonly text: string;
  readonly title?: string;
  readonly source?: string;
  readonly lang?: string;
  readonly authorHandle?: string;
  readonly channel?: string;
}

/**
 * What a watch query means, spelled out slowly: the yardstick the matcher is tested against. Fields compare
 * folded; `lang` needs a claimed language here, for the reference knows no guess.
 */
export function matchesNaively(query: Query, doc: NaiveDocument): boolean {
  switch (query.kind) {
    case 'and':
      return query.items.every((item) => matchesNaively(item, doc));
    case 'or':
      return query.items.some((item) => matchesNaively(item, doc));
    case 'not':
      return !matchesNaively(query.item, doc);
    case 'field': {
      const same = (value: string | undefined): boolean =>
        value !== undefined && value !== '' && plain(value) === plain(query.value);
      if (query.field === 'author') return same(doc.authorHandle);
      if (query.field === 'lang') return same(doc.lang);
      return same(doc.source) || same(doc.channel);
    }
    default:
      return [doc.title ?? '', doc.text].some((part) => finds(query, part));
  }
}

function plain(value: string): string {
  return fold(value.trim().replace(/^@/, '')).text;
}

const EDGE = '[^\\p{L}\\p{N}\\p{M}_]';

/** An emoji is a word of its own: no phrase goes on across it. */
const BETWEEN = '[^\\p{L}\\p{N}\\p{M}_\\p{Extended_Pictographic}]';

function finds(term: QueryTerm, text: string): boolean {
  const words = fold(term.text).text.match(/[\p{L}\p{N}\p{M}_]+|\p{Extended_Pictographic}/gu) ?? [];
  if (words.length === 0) return false;
  const body = words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join(`${BETWEEN}+`);
  const match = term.kind === 'word' ? term.match : 'word';
  const open = match === 'suffix' || match === 'infix' ? '' : `(?<=^|${EDGE})`;
  const tail = match === 'prefix' || match === 'infix' ? '' : `(?=$|${EDGE})`;
  const sign =
    term.kind === 'handle'
      ? '(?<=(?:^|[^\\p{L}\\p{N}\\p{M}_])@)'
      : term.kind === 'hashtag'
        ? '(?<=(?:^|[^\\p{L}\\p{N}\\p{M}_])#)'
        : '';
  return new RegExp(`${sign}${open}${body}${tail}`, 'u').test(fold(text).text);
}
