import { INTAKE_LIMITS } from '@sturmwarte/contracts';
import {
  CHANNELS,
  FUTURE_TOLERANCE_MS,
  MENTION_KINDS,
  OUTLET_TIERS,
  type Channel,
  type Mention,
  type MentionAuthor,
  type MentionKind,
  type MentionMetrics,
  type OutletTier,
} from '@sturmwarte/domain';
import { choiceField, countField, idField, objectField, textField } from './field.js';
import { readTime, type ReadTime } from './read-time.js';
import { Refused, refusal, refuse, type Refusal } from './refusal.js';

export interface ReadContext {
  /** Time of receipt by the clock of the mention's space. */
  readonly nowMs: number;
  /** The server's own clock where the space has another one: a date is in the future only when it is ahead of both. */
  readonly serverMs?: number;
}
export interface MentionRead {
  readonly ok: true;
  readonly mention: Mention;
  readonly publishedMs: number;
  readonly observedMs: number;
}
export interface DeletionRead {
  readonly ok: true;
  /** External id of what was erased at its source. */
  readonly delete: string;
}
export type ReadResult = MentionRead | DeletionRead | Refusal;

const KINDS: ReadonlySet<MentionKind> = new Set(MENTION_KINDS);
const CHANNEL_SET: ReadonlySet<Channel> = new Set(CHANNELS);
const TIERS: ReadonlySet<OutletTier> = new Set(OUTLET_TIERS);
/** What a channel says about its outlet where the source does not. */
const TIER_OF: Partial<Record<Channel, OutletTier>> = {
  blog: 'blog',
  news: 'online',
  print: 'print',
  broadcast: 'broadcast',
};
const NAME_CHARS = 200;
const URL_CHARS = 2_000;
const LARGEST_INT4 = 2_147_483_647;
const METRICS = ['likes', 'replies', 'reposts', 'quotes', 'views', 'reach'] as const;
const LANGUAGE = /^([a-z]{2,3})(?:[-_][a-z0-9-_]*)?$/i;

/**
 * Is it a mention at all? Checks one object of a source by hand (this is the hot path), fills in what is missing and
 * cleans every text. Unknown fields are ignored. Never throws for what came from outside; a refusal names the field.
 */
export function readMention(raw: unknown, context: ReadContext): ReadResult {
  try {
    return read(raw, context);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function read(raw: unknown, context: ReadContext): ReadResult {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refusal('field-invalid', { field: '', wanted: 'an object' });
  }
  const input = raw as Record<string, unknown>;
  const externalId = idField(input['externalId'], 'externalId', INTAKE_LIMITS.externalIdChars);
  if (externalId === undefined) return refusal('field-missing', { field: 'externalId' });
  if (input['op'] === 'delete') return { ok: true, delete: externalId };
  if (input['op'] !== undefined && input['op'] !== null && input['op'] !== 'upsert') {
    return refusal('field-invalid', { field: 'op', wanted: 'delete' });
  }
  const text = textField(input['text'], 'text', INTAKE_LIMITS.textChars, 'text-too-long');
  if (text === undefined) return refusal('field-missing', { field: 'text' });
  const published = timeField(input['publishedAt'], 'publishedAt', context);
  const observed = timeField(input['observedAt'], 'observedAt', context) ?? published;
  const observedTime = observed ?? timeOf(context.nowMs);
  const publishedTime = published ?? observedTime;
  return {
    ok: true,
    mention: assemble(input, externalId, text, publishedTime.iso, observedTime.iso),
    publishedMs: publishedTime.ms,
    observedMs: observedTime.ms,
  };
}

function assemble(
  input: Record<string, unknown>,
  externalId: string,
  text: string,
  publishedAt: string,
  observedAt: string,
): Mention {
  const parent = idField(input['parent'], 'parent', NAME_CHARS);
  const repostOf = idField(input['repostOf'], 'repostOf', NAME_CHARS);
  const channel = choiceField(input['channel'], 'channel', CHANNEL_SET) ?? 'other';
  const mention: { -readonly [K in keyof Mention]: Mention[K] } = {
    externalId,
    version: versionField(input['version']),
    kind: choiceField(input['kind'], 'kind', KINDS) ?? usualKind(repostOf, parent),
    channel,
    outletTier: choiceField(input['outletTier'], 'outletTier', TIERS) ?? TIER_OF[channel] ?? 'none',
    author: authorField(input['author']),
    text,
    publishedAt,
    observedAt,
  };
  if (parent !== undefined) mention.parent = parent;
  if (repostOf !== undefined) mention.repostOf = repostOf;
  const outlet = idField(input['outlet'], 'outlet', NAME_CHARS);
  if (outlet !== undefined) mention.outlet = outlet;
  const url = urlField(input['url']);
  if (url !== undefined) mention.url = url;
  const title = textField(input['title'], 'title', INTAKE_LIMITS.titleChars);
  if (title !== undefined) mention.title = title;
  const lang = languageField(input['lang']);
  if (lang !== undefined) mention.lang = lang;
  const root = idField(input['root'], 'root', NAME_CHARS);
  if (root !== undefined) mention.root = root;
  const metrics = metricsField(input['metrics']);
  if (metrics !== undefined) mention.metrics = metrics;
  const rating = ratingField(input['rating']);
  if (rating !== undefined) mention.rating = rating;
  return mention;
}

function usualKind(repostOf: string | undefined, parent: string | undefined): MentionKind {
  if (repostOf !== undefined) return 'repost';
  return parent === undefined ? 'post' : 'reply';
}

function authorField(raw: unknown): MentionAuthor {
  const input = objectField(raw, 'author');
  if (input === undefined) return { id: '' };
  const handle = idField(input['handle'], 'author.handle', NAME_CHARS);
  const name = idField(input['name'], 'author.name', NAME_CHARS);
  const followers = countField(input['followers'], 'author.followers', LARGEST_INT4);
  const author: { -readonly [K in keyof MentionAuthor]: MentionAuthor[K] } = {
    id: idField(input['id'], 'author.id', NAME_CHARS) ?? handle ?? name ?? '',
  };
  if (handle !== undefined) author.handle = handle;
  if (name !== undefined) author.name = name;
  if (followers !== undefined) author.followers = followers;
  return author;
}

function versionField(raw: unknown): number {
  if (raw === undefined || raw === null) return 0;
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0) {
    return refuse('field-invalid', { field: 'version', wanted: 'a whole number of 0 or more' });
  }
  return raw;
}

function urlField(raw: unknown): string | undefined {
  const url = idField(raw, 'url', URL_CHARS);
  if (url === undefined || /^https?:\/\/[^\s]+$/i.test(url)) return url;
  return refuse('field-invalid', { field: 'url', wanted: 'http:// or https://' });
}

/** Sources write languages in many ways; what is no language tag is unknown, not wrong. */
function languageField(raw: unknown): string | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'string') {
    return refuse('field-invalid', { field: 'lang', wanted: 'a language such as de' });
  }
  const tag = LANGUAGE.exec(raw.trim())?.[1]?.toLowerCase();
  return tag === 'und' ? undefined : tag;
}

function metricsField(raw: unknown): MentionMetrics | undefined {
  const input = objectField(raw, 'metrics');
  if (input === undefined) return undefined;
  const metrics: { -readonly [K in keyof MentionMetrics]: MentionMetrics[K] } = {};
  for (const name of METRICS) {
    const count = countField(input[name], `metrics.${name}`, Number.MAX_SAFE_INTEGER);
    if (count !== undefined) metrics[name] = count;
  }
  return Object.keys(metrics).length > 0 ? metrics : undefined;
}

function ratingField(raw: unknown): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'number' || !(raw >= 1 && raw <= 5)) {
    return refuse('field-invalid', { field: 'rating', wanted: '1 to 5' });
  }
  return raw;
}

function timeField(raw: unknown, field: string, context: ReadContext): ReadTime | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const time = typeof raw === 'string' ? readTime(raw) : null;
  if (time === null) {
    return refuse('field-invalid', { field, wanted: 'a date such as 2026-11-22T09:30:00Z' });
  }
  const latest = Math.max(context.nowMs, context.serverMs ?? context.nowMs) + FUTURE_TOLERANCE_MS;
  if (time.ms > latest) return refuse('date-in-future', { field });
  return time;
}

function timeOf(ms: number): ReadTime {
  return { ms, iso: new Date(ms).toISOString() };
}
