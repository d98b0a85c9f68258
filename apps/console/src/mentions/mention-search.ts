import { CHANNELS, MENTION_KINDS, OUTLET_TIERS } from '@sturmwarte/domain';
import { readChoice, readId, readText, withoutGaps } from '../app/search.js';

export const POLARITIES = ['negative', 'neutral', 'positive'] as const;
/** Languages offered in the filter; sources may name others. */
export const FILTER_LANGS = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pl', 'tr'] as const;
/** Periods that end now, in hours. */
export const SPAN_HOURS = { '1h': 1, '6h': 6, '24h': 24, '7d': 168 } as const;
export type Span = keyof typeof SPAN_HOURS;
export const SPANS = Object.keys(SPAN_HOURS) as readonly Span[];

type Raw = Readonly<Record<string, unknown>>;
const PSEUDONYM = /^[0-9A-Z]{4}-?[0-9A-Z]{2}$/i;

/** The filters as they stand in the address, so that a filtered stream can be sent to a colleague. */
export function readMentionSearch(raw: Raw) {
  return withoutGaps({
    brand: readId(raw, 'brand'),
    topic: readId(raw, 'topic'),
    source: readId(raw, 'source'),
    alert: readId(raw, 'alert'),
    channel: readChoice(raw, 'channel', CHANNELS),
    kind: readChoice(raw, 'kind', MENTION_KINDS),
    tier: readChoice(raw, 'tier', OUTLET_TIERS),
    lang: readText(raw, 'lang')?.slice(0, 10),
    polarity: readChoice(raw, 'polarity', POLARITIES),
    author: readAuthor(raw),
    q: readText(raw, 'q')?.trim().slice(0, 200),
    span: readChoice(raw, 'span', SPANS),
    from: readTime(raw, 'from'),
    to: readTime(raw, 'to'),
    fold: String(raw['fold']) === 'false' ? (false as const) : undefined,
  });
}
export type MentionSearch = ReturnType<typeof readMentionSearch>;

function readAuthor(raw: Raw): string | undefined {
  const author = readText(raw, 'author')?.trim();
  return author !== undefined && PSEUDONYM.test(author) ? author.toUpperCase() : undefined;
}

/** An instant with its zone, e.g. `2026-11-22T13:00:00.000Z`. */
function readTime(raw: Raw, name: string): string | undefined {
  const ms = Date.parse(readText(raw, name) ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

export type SetFilters = (change: { [K in keyof MentionSearch]?: string | undefined }) => void;
