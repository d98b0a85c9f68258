import type { Mention } from '@sturmwarte/domain';
import type { PreparedDeletion, PreparedMention } from '../mentions/prepared-item.js';

type Overrides = Partial<Omit<PreparedMention, 'mention' | 'op'>> &
  Partial<Pick<Mention, 'externalId' | 'version' | 'text' | 'channel' | 'repostOf' | 'lang'>> & {
    readonly authorId?: string;
    readonly handle?: string;
  };

let made = 0;

/** A mention ready to be stored, as the intake hands it over. */
export function aMention(overrides: Overrides = {}): PreparedMention {
  const { externalId, version, text, channel, repostOf, lang, authorId, handle, ...rest } =
    overrides;
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  return {
    op: 'upsert',
    spaceId: 1,
    sourceId: 1,
    lang,
    spaceNowMs: nowMs,
    ownClock: false,
    topics: [],
    negative: 0,
    tone: 0,
    minute: Math.floor(nowMs / 60_000),
    late: false,
    backfill: false,
    ...rest,
    mention: {
      externalId: externalId ?? `made ${++made}`,
      version: version ?? 0,
      kind: repostOf === undefined ? 'post' : 'repost',
      channel: channel ?? 'x',
      outletTier: 'none',
      author: { id: authorId ?? 'somebody', ...(handle === undefined ? {} : { handle }) },
      text: text ?? 'Your app has been down since the morning.',
      publishedAt: at,
      observedAt: at,
      ...(repostOf === undefined ? {} : { repostOf }),
    },
  };
}

export function anErasure(overrides: Partial<Omit<PreparedDeletion, 'op'>> = {}): PreparedDeletion {
  return { op: 'delete', spaceId: 1, sourceId: 1, externalId: `made ${++made}`, ...overrides };
}
