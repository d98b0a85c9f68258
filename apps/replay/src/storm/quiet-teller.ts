import type { Channel } from '@sturmwarte/domain';
import type { Random } from '../scenario/random.js';
import type { Crowd, Person } from './crowd.js';
import { OrdinaryWeek, type Ordinary } from './ordinary-week.js';
import type { Pen } from './pen.js';
import type { Outlet } from './press.js';
import type { Voices } from './voices.js';
import type { Role } from './speech.js';

const CHANNELS: Partial<Record<Channel, number>> = {
  x: 4,
  facebook: 3,
  instagram: 3,
  tiktok: 1.5,
  forum: 1,
  reddit: 1,
  review: 1,
};
const COMPLAINTS: Partial<Record<Role, number>> = { complaint: 6, irony: 1 };
const OTHERS: Partial<Record<Role, number>> = {
  report: 8,
  question: 5,
  praise: 5,
  bot: 1,
  headline: 0.3,
};
const REPOSTED = 0.08;
const REMEMBERED = 20;

interface Recent {
  readonly id: string;
  readonly said: { readonly text: string };
  readonly lang: 'de' | 'en';
}

/** Ordinary weeks, minute after minute, without end and in bounded memory. */
export class QuietTeller {
  private readonly week: OrdinaryWeek;
  private readonly recent: Recent[] = [];

  constructor(
    ordinary: Ordinary,
    private readonly parts: {
      readonly crowd: Crowd;
      readonly outlets: readonly Outlet[];
      readonly voices: Voices;
      readonly pen: Pen;
      readonly random: Random;
    },
  ) {
    this.week = new OrdinaryWeek(ordinary, parts.random);
  }

  tell(minute: number): void {
    for (const negative of this.week.next(minute)) this.speak(minute, negative);
  }

  private speak(minute: number, negative: boolean): void {
    const { random, crowd, voices, pen } = this.parts;
    const author = crowd.anybody(random);
    if (!negative && this.recent.length > 0 && random.next() < REPOSTED) {
      const { id, said, lang } = random.pick(this.recent);
      pen.write({ minute, said, lang, channel: 'x', author, repostOf: id });
      return;
    }
    const role = random.weighted(negative ? COMPLAINTS : OTHERS);
    if (role === 'headline') return this.article(minute);
    const channel = random.weighted(CHANNELS);
    const lang = voices.language(random);
    const said = voices.say(lang, 'any', role);
    const rating = channel === 'review' ? { rating: negative ? 1 + random.below(2) : 4 } : {};
    const id = pen.write({ minute, said, lang, channel, author, ...rating });
    if (!negative) this.remember({ id, said, lang });
  }

  private article(minute: number): void {
    const { random, voices, pen } = this.parts;
    const outlet = random.pick(this.parts.outlets);
    const said = voices.say(outlet.lang, 'any', 'headline');
    const author = editorOf(outlet);
    pen.write({ minute, said, lang: outlet.lang, channel: outlet.channel, author, outlet });
  }

  private remember(post: Recent): void {
    this.recent.push(post);
    if (this.recent.length > REMEMBERED) this.recent.shift();
  }
}

/** Who signs an outlet's articles. */
export function editorOf({ name }: Outlet): Person {
  return { id: `o-${name}`, handle: name, followers: 20_000 };
}
