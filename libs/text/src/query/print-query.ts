import type { Query } from './query.js';

/** Writes a query in its canonical form (English operators, AND by standing side by side); parses back to itself. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'or':
      return query.items.map((item) => printQuery(item)).join(' OR ');
    case 'and':
      return query.items
        .map((item) => (item.kind === 'or' ? `(${printQuery(item)})` : printQuery(item)))
        .join(' ');
    case 'not': {
      const nested = query.item.kind === 'and' || query.item.kind === 'or';
      return nested ? `NOT (${printQuery(query.item)})` : `NOT ${printQuery(query.item)}`;
    }
    case 'word': {
      const open = query.match === 'suffix' || query.match === 'infix' ? '*' : '';
      const tail = query.match === 'prefix' || query.match === 'infix' ? '*' : '';
      return `${open}${query.text}${tail}`;
    }
    case 'phrase':
      return `"${query.text}"`;
    case 'handle':
      return `@${query.text}`;
    case 'hashtag':
      return `#${query.text}`;
    case 'field':
      return /[\s()]/.test(query.value)
        ? `${query.field}:"${query.value}"`
        : `${query.field}:${query.value}`;
  }
}
