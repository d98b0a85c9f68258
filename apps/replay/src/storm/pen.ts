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

interface Written {
  readonly minute: number;
  readonly body: MentionInput;
  readonly witnessedMs: number | undefined;
}

/** Turns what is said into mentions with ids of their own, each at its moment within the minute. */
export class Pen {
  private written: Written[] = [];
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
      ...(parent === undefined ? {} : { parent }),
      ...(repostOf === undefined ? {} : { repostOf }),
      ...(rating === undefined ? {} : { rating }),
      metrics: {
        likes: poisson(this.random, Math.sqrt(author.followers) / 4),
        replies: poisson(this.random, Math.sqrt(author.followers) / 20),
      },
    };
    this.written.push({ minute, body, witnessedMs: utterance.witnessedMs });
    return externalId;
  }

  /** What was written since the last time, in the order of time: as written within a minute, so nobody answers before. */
  take(): Entry[] {
    const minutes = new Map<number, Written[]>();
    for (const one of this.written) {
      const known = minutes.get(one.minute);
      if (known === undefined) minutes.set(one.minute, [one]);
      else known.push(one);
    }
    this.written = [];
    return [...minutes].sort(([a], [b]) => a - b).flatMap(([, some]) => this.timed(some));
  }

  private timed(written: readonly Written[]): Entry[] {
    const moments = written.map(() => this.random.below(MINUTE_MS)).sort((a, b) => a - b);
    return written.map(({ minute, body, witnessedMs }, index) => {
      const atMs = minute * MINUTE_MS + (moments[index] ?? 0);
      const at = new Date(witnessedMs ?? atMs).toISOString();
      return { atMs, line: ++this.lines, body: { ...body, publishedAt: at, observedAt: at } };
    });
  }

  private kindOf({ channel, repostOf, parent }: Utterance, tier?: OutletTier): MentionKind {
    if (repostOf !== undefined) return 'repost';
    if (tier !== undefined) return 'article';
    if (channel === 'review') return 'review';
    return parent === undefined ? this.random.weighted(TALK) : 'reply';
  }
}
