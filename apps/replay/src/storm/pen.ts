import type { MentionInput } from '@sturmwarte/contracts';
import type { Channel, MentionKind, OutletTier } from '@sturmwarte/domain';
import type { Random } from '../scenario/random.js';
import type { Entry } from '../entry.js';
import { poisson } from './chance.js';
import type { Person } from './crowd.js';
import type { Outlet } from './press.js';
import type { Said, Tongue } from './speech.js';

const MINUTE_MS = 60_000;
const TALK: Partial<Record<MentionKind, number>> = { post: 4, comment: 3, reply: 1, quote: 1 };
const TIER_OF: Partial<Record<Channel, OutletTier>> = {
  blog: 'blog',
  news: 'online',
  print: 'print',
  broadcast: 'broadcast',
};

export interface Utterance {
  /** Minute since the epoch. */
  readonly minute: number;
  readonly said: Said;
  readonly lang: Tongue;
  readonly channel: Channel;
  readonly author: Person;
  /** Stars, 1 to 5, for reviews. */
  readonly rating?: number;
  readonly outlet?: Outlet;
  readonly repostOf?: string;
  readonly parent?: string;
  /** When it was witnessed, ms, if not when it is sent. */
  readonly witnessedMs?: number;
}

/** Turns what is said into mentions with ids of their own, each at its moment within the minute. */
export class Pen {
  private written: { readonly atMs: number; readonly body: MentionInput }[] = [];
  private count = 0;
  private lines = 0;

  constructor(
    /** Begins every id: several tellers may write into one space. */
    private readonly prefix: string,
    private readonly random: Random,
  ) {}

  /** Returns the id of the mention. */
  write(utterance: Utterance): string {
    const { minute, said, lang, channel, author, outlet, repostOf, parent, rating } = utterance;
    const atMs = minute * MINUTE_MS + this.random.below(MINUTE_MS);
    const at = new Date(utterance.witnessedMs ?? atMs).toISOString();
    const externalId = `${this.prefix}${String(++this.count).padStart(6, '0')}`;
    const tier = outlet?.tier ?? TIER_OF[channel];
    const body: MentionInput = {
      externalId,
      kind: this.kindOf(utterance, tier),
      channel,
      ...(outlet === undefined ? {} : { outlet: outlet.name }),
      ...(tier === undefined ? {} : { outletTier: tier }),
      author: { id: author.id, handle: author.handle, followers: author.followers },
      ...said,
      lang,
      publishedAt: at,
      observedAt: at,
      ...(parent === undefined ? {} : { parent }),
      ...(repostOf === undefined ? {} : { repostOf }),
      ...(rating === undefined ? {} : { rating }),
      metrics: {
        likes: poisson(this.random, Math.sqrt(author.followers) / 4),
        replies: poisson(this.random, Math.sqrt(author.followers) / 20),
      },
    };
    this.written.push({ atMs, body });
    return externalId;
  }

  /** What was written since the last time, in the order of time. */
  take(): Entry[] {
    const entries = this.written
      .sort((a, b) => a.atMs - b.atMs)
      .map(({ atMs, body }) => ({ atMs, line: ++this.lines, body }));
    this.written = [];
    return entries;
  }

  private kindOf({ channel, repostOf, parent }: Utterance, tier?: OutletTier): MentionKind {
    if (repostOf !== undefined) return 'repost';
    if (tier !== undefined) return 'article';
    if (channel === 'review') return 'review';
    return parent === undefined ? this.random.weighted(TALK) : 'reply';
  }
}
