import { CHANNELS, MENTION_KINDS, OUTLET_TIERS } from '@sturmwarte/domain';
import type { CsvField } from './csv-columns.js';

const NUMBERS = new Set<CsvField>([
  'version',
  'author.followers',
  'rating',
  'metrics.likes',
  'metrics.replies',
  'metrics.reposts',
  'metrics.quotes',
  'metrics.views',
  'metrics.reach',
]);
const LOCAL_ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?$/;
const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?: Uhr)?$/;

/** What listening tools call their page types. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  twitter: 'x',
  'x (twitter)': 'x',
  forums: 'forum',
  blogs: 'blog',
  'online news': 'news',
  presse: 'print',
  newspaper: 'print',
  tv: 'broadcast',
  radio: 'broadcast',
  reviews: 'review',
};

/** One row of a table as the object a source would have sent; empty cells are absent. */
export function rowToInput(
  fields: readonly (CsvField | null)[],
  cells: readonly string[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  fields.forEach((field, column) => {
    const cell = cells[column]?.trim() ?? '';
    if (field === null || cell === '') return;
    const [outer, inner] = field.split('.') as [string, string | undefined];
    const value = valueOf(field, cell);
    if (inner === undefined) {
      input[outer] = value;
      return;
    }
    const group = (input[outer] ??= {}) as Record<string, unknown>;
    group[inner] = value;
  });
  // Tables without ids: the address of a mention is its own.
  input['externalId'] ??= input['url'];
  return input;
}

function valueOf(field: CsvField, cell: string): unknown {
  if (NUMBERS.has(field)) return numberOf(cell);
  if (field === 'publishedAt' || field === 'observedAt') return timeOf(cell);
  if (field === 'channel') return nameOf(cell, CHANNELS) ?? 'other';
  if (field === 'kind') return nameOf(cell, MENTION_KINDS);
  if (field === 'outletTier') return nameOf(cell, OUTLET_TIERS);
  return cell;
}

/** 1.234 and 1,234 are thousands, 4,5 is four and a half; anything else stays what it is and is refused by name. */
function numberOf(cell: string): unknown {
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(cell)
    ? cell.replace(/[.,]/g, '')
    : cell.replace(',', '.');
  const number = Number(plain);
  return Number.isFinite(number) ? number : cell;
}

/** Tables name a moment without its zone: it is taken as UTC. */
function timeOf(cell: string): string {
  const iso = LOCAL_ISO.exec(cell);
  if (iso) return `${iso[1]}T${iso[2] ?? '00:00'}Z`;
  const german = GERMAN.exec(cell);
  if (!german) return cell;
  const [, day = '', month = '', year = '', hour = '0', minute = '00', second = '00'] = german;
  const two = (digits: string): string => digits.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}Z`;
}

/** Unknown kinds and tiers of other tools are left to the defaults, unknown channels become `other`. */
function nameOf(cell: string, names: readonly string[]): string | undefined {
  const lower = cell.toLowerCase();
  const name = CHANNEL_NAMES[lower] ?? lower;
  return names.includes(name) ? name : undefined;
}
