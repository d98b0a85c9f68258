import type { Channel } from '@sturmwarte/domain';
import type { Random } from '../scenario/random.js';
import { madeUpAccounts, type Crowd, type Person } from './crowd.js';
import { rhythmOf } from './ordinary-week.js';
import type { Pen } from './pen.js';
import type { Phase, Wave } from './plan.js';
import { newsWave, type Outlet } from './press.js';
import { editorOf } from './quiet-teller.js';
import { selfExciting } from './self-exciting.js';
import type { Role, Said, Tongue } from './speech.js';
import type { Voices } from './voices.js';

/** From one channel to many: where outrage usually goes, by the share of it that has passed. */
const CHANNELS: readonly Phase<Channel>[] = [
  ['tiktok', 0, 5],
  ['x', 0.01, 6],
  ['instagram', 0.03, 3],
  ['facebook', 0.05, 4],
  ['reddit', 0.1, 1],
  ['forum', 0.1, 1],
  ['youtube', 0.2, 1],
  ['review', 0.25, 0.6],
];
const ROLES: readonly Phase<Role>[] = [
  ['complaint', 0, 58],
  ['question', 0, 7],
  ['irony', 0.03, 10],
  ['report', 0.05, 6],
  ['praise', 0.12, 4],
  ['copy', 0.15, 6],
  ['bot', 0.3, 3],
];
/** Elsewhere nothing can be passed on. */
const SHARING: readonly Channel[] = ['x', 'facebook', 'instagram', 'tiktok', 'youtube', 'reddit'];
/** Storms keep people awake: the rhythm of the day is felt less. */
const RESTLESS = 0.6;
const REPLIES = 0.12;
const FRESH = 60;
const FIRST_FOLLOWERS = 35_000;

interface Post {
  readonly id: string;
  readonly said: Said;
  readonly lang: Tongue;
  readonly channel: Channel;
  readonly pull: number;
}

/** One wave: who says what where, as it grows, is carried on, and dies down. */
export class WaveTeller {
  private readonly counts: Int32Array;
  private readonly total: number;
  private readonly news: ReturnType<typeof newsWave>;
  private readonly accounts: Person[];
  private readonly fresh: Post[] = [];
  private passed = 0;

  constructor(
    private readonly wave: Wave,
    /** Of the story, since the epoch; and how long it is. */
    private readonly startMinute: number,
    minutes: number,
    private readonly parts: {
      readonly crowd: Crowd;
      readonly outlets: readonly Outlet[];
      readonly voices: Voices;
      readonly pen: Pen;
      readonly random: Random;
    },
  ) {
    const { random, outlets } = parts;
    const awake = (minute: number): number =>
      rhythmOf(startMinute + wave.atMinute + minute) ** RESTLESS;
    this.counts = selfExciting(wave, minutes - wave.atMinute, awake, random);
    this.total = this.counts.reduce((sum, count) => sum + count, 0);
    this.news = wave.news ? newsWave(outlets.slice(0, wave.news.outlets), random) : [];
    this.accounts = madeUpAccounts(wave.accounts ?? 0, random);
  }

  tell(minute: number): void {
    const since = minute - this.startMinute - this.wave.atMinute;
    for (const { minute: after, outlet } of this.news) {
      if (since === (this.wave.news?.atMinute ?? 0) + after) this.article(minute, outlet);
    }
    const count = this.counts[since] ?? 0;
    for (let i = 0; i < count; i++) {
      const passOn = this.fresh.length > 0 && this.parts.random.next() < this.wave.reposts;
      if (passOn) this.passOn(minute);
      else this.speak(minute);
      this.passed++;
    }
  }

  private speak(minute: number): void {
    const { random, voices, pen } = this.parts;
    const share = this.passed / this.total;
    const role = at(this.wave.roles ?? ROLES, share, random);
    const channel = at(this.wave.channels ?? CHANNELS, share, random);
    const lang = voices.language(random);
    const said = voices.say(lang, this.wave.theme, role);
    const author = this.author(role);
    const answered = this.fresh.length > 0 && random.next() < REPLIES ? this.somePost() : undefined;
    const id = pen.write({
      ...{ minute, said, lang, author },
      channel: answered?.channel ?? channel,
      ...(answered === undefined ? {} : { parent: answered.id }),
      ...(channel === 'review' ? { rating: role === 'praise' ? 5 : 1 } : {}),
    });
    if (role !== 'bot') this.remember({ id, said, lang, channel, pull: pullOf(author) });
  }

  /** The first voice has reach, or there would be no wave. */
  private author(role: Role): Person {
    const { random, crowd } = this.parts;
    if (role === 'copy' && this.accounts.length > 0) return random.pick(this.accounts);
    const somebody = crowd.anybody(random);
    if (this.passed > 0) return somebody;
    return { ...somebody, followers: somebody.followers + FIRST_FOLLOWERS };
  }

  private passOn(minute: number): void {
    const { random, crowd, pen } = this.parts;
    const { id, said, lang, channel } = this.somePost();
    const where = SHARING.includes(channel) ? channel : 'x';
    const author = crowd.anybody(random);
    pen.write({ minute, said, lang, channel: where, author, repostOf: id });
  }

  private article(minute: number, outlet: Outlet): void {
    const { voices, pen } = this.parts;
    const { lang, channel } = outlet;
    const said = voices.say(lang, this.wave.theme, 'headline');
    const author = editorOf(outlet);
    const id = pen.write({ minute, said, lang, channel, author, outlet });
    this.remember({ id, said, lang, channel, pull: pullOf(author) });
  }

  private somePost(): Post {
    const pulls = Object.fromEntries(this.fresh.map(({ pull }, index) => [String(index), pull]));
    return this.fresh[Number(this.parts.random.weighted(pulls))] as Post;
  }

  /** What pulls most stays longest. */
  private remember(post: Post): void {
    this.fresh.push(post);
    if (this.fresh.length <= FRESH) return;
    const older = this.fresh.slice(0, FRESH / 2);
    const least = older.reduce((low, one, i) => (one.pull < (older[low]?.pull ?? 0) ? i : low), 0);
    this.fresh.splice(least, 1);
  }
}

/** The great are passed on more, but not in proportion. */
function pullOf({ followers }: Person): number {
  return 1 + Math.sqrt(followers) / 10;
}

function at<T extends string>(phases: readonly Phase<T>[], share: number, random: Random): T {
  const now = phases.filter(([, from]) => share >= from);
  const weights = Object.fromEntries(now.map(([what, , weight]) => [what, weight]));
  return random.weighted(weights as Record<T, number>);
}
