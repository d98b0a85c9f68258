import type { MentionInput } from '@sturmwarte/contracts';
import { MINUTE_MS } from '@sturmwarte/domain';
import type { Entry } from '../entry.js';
import { inventPeople, type Person } from './people.js';
import { Random } from './random.js';
import type { Moment, Scenario, Voice } from './scenario.js';
import { slip, writeText } from './write-text.js';

const PEOPLE = 900;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A text that exists already is written anew so often before it is left out. */
const ATTEMPTS = 12;
const TAIL_SHARE = 0.4;

/** Times of a scenario on a day (midnight UTC), ms: history from `fromMs`, the story from `startMs` to `endMs`. */
export function scenarioTimes(
  scenario: Scenario,
  dayMs: number,
): { fromMs: number; startMs: number; endMs: number } {
  const startMs = dayMs + scenario.startHour * 60 * MINUTE_MS;
  return {
    fromMs: startMs - scenario.historyMinutes * MINUTE_MS,
    startMs,
    endMs: startMs + scenario.minutes * MINUTE_MS,
  };
}

/** The day before the one `nowMs` lies in: everything told has happened already. */
export function dayBefore(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS) * DAY_MS - DAY_MS;
}

/** The whole story as mentions in time order. The same scenario and day give the same mentions, to the letter. */
export function composeScenario(scenario: Scenario, dayMs: number): Entry[] {
  return new Composer(scenario, dayMs).compose();
}

/** Where posts can be passed on; what stands elsewhere is passed on on X. */
const SHARING: readonly MentionInput['channel'][] = ['x', 'facebook', 'instagram', 'tiktok'];

interface Passable {
  readonly externalId: string;
  readonly text: string;
  readonly lang: string;
  readonly channel: NonNullable<MentionInput['channel']>;
  readonly weight: number;
  readonly minute: number;
}

class Composer {
  private readonly random: Random;
  private readonly people: Person[];
  private readonly startMs: number;
  private readonly written = new Set<string>();
  private readonly passable: Passable[] = [];
  private readonly made: { atMs: number; body: MentionInput & { source: string } }[] = [];

  constructor(
    private readonly scenario: Scenario,
    dayMs: number,
  ) {
    this.random = new Random(scenario.seed);
    this.people = inventPeople(PEOPLE, this.random);
    this.startMs = scenarioTimes(scenario, dayMs).startMs;
  }

  compose(): Entry[] {
    const { historyMinutes, minutes, moments, voices } = this.scenario;
    for (let minute = -historyMinutes; minute < minutes; minute++) {
      for (const moment of moments) if (moment.minute === minute) this.tell(moment);
      for (const voice of voices) {
        const mean = this.rate(voice, minute) / 60;
        const count = mean > 0 ? this.random.poisson(mean) : 0;
        for (let i = 0; i < count; i++) this.speak(voice, minute);
      }
    }
    this.made.sort((a, b) => a.atMs - b.atMs);
    return this.made.map(({ atMs, body }, index) => ({ atMs, line: index + 1, body }));
  }

  private rate(voice: Voice, minute: number): number {
    const perHour = onLine(voice.rate, minute);
    if (voice.daily !== true || perHour === 0) return perHour;
    const hour = Math.floor(this.scenario.startHour + minute / 60);
    return perHour * (this.scenario.dayShape[((hour % 24) + 24) % 24] ?? 1);
  }

  private tell(moment: Moment): void {
    const { id, minute, author, followers, passedOn, ...rest } = moment;
    this.add(minute, 0, {
      ...rest,
      externalId: id,
      author: {
        id: `a-${author}`,
        handle: author,
        ...(followers === undefined ? {} : { followers }),
      },
    });
    if (passedOn !== undefined) {
      const { text, lang, channel } = moment;
      this.passable.push({ externalId: id, text, lang, channel, weight: passedOn, minute });
    }
  }

  private speak(voice: Voice, minute: number): void {
    if (voice.passesOn === true) return this.passOn(voice, minute);
    const text = this.text(voice);
    if (text === null) return;
    const channel = this.random.weighted(voice.channels);
    const externalId = this.nextId();
    const kind = this.random.weighted(voice.kinds);
    this.add(minute, this.random.below(60_000), {
      source: channel === 'news' || channel === 'blog' || channel === 'print' ? 'presse' : 'netz',
      externalId,
      kind,
      channel,
      author: this.author(voice),
      text,
      lang: voice.lang,
      ...(voice.ratings === undefined ? {} : { rating: this.random.pick(voice.ratings) }),
      metrics: { likes: this.random.poisson(3), replies: this.random.poisson(1) },
    });
    if (voice.passedOn === true) {
      this.passable.push({ externalId, text, lang: voice.lang, channel, weight: 1, minute });
    }
  }

  /** People pass on what is fresh, and a few posts far more than all others. */
  private passOn(voice: Voice, minute: number): void {
    const before = this.passable.filter((post) => post.minute < minute);
    const fresh = before.slice(-60).concat(before.filter(({ weight }) => weight > 1));
    if (fresh.length === 0) return;
    const index = this.random.weighted(
      Object.fromEntries(fresh.map(({ weight }, at) => [String(at), weight])),
    );
    const original = fresh[Number(index)] as Passable;
    this.add(minute, this.random.below(60_000), {
      source: 'netz',
      externalId: this.nextId(),
      kind: 'repost',
      channel: SHARING.includes(original.channel) ? original.channel : 'x',
      author: this.author(voice),
      text: original.text,
      lang: original.lang,
      repostOf: original.externalId,
    });
  }

  /** Null where everything this voice has to say was said. */
  private text(voice: Voice): string | null {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const tail =
        this.random.next() < TAIL_SHARE && voice.tails ? ` ${this.random.pick(voice.tails)}` : '';
      const pattern = this.random.pick(voice.texts ?? []) + (voice.copied === true ? '' : tail);
      let text = writeText(pattern, this.scenario.slots, this.random);
      if (voice.copied === true) return text;
      if (this.random.next() < (voice.slips ?? 0)) text = slip(text, this.random);
      if (this.written.has(text)) continue;
      this.written.add(text);
      return text;
    }
    return null;
  }

  private author(voice: Voice): NonNullable<MentionInput['author']> {
    if (voice.author !== undefined) return { id: `a-${voice.author}`, handle: voice.author };
    const { id, handle, followers } = this.random.pick(this.people);
    return { id, handle, followers };
  }

  private nextId(): string {
    return `m${String(this.made.length + 1).padStart(5, '0')}`;
  }

  private add(minute: number, plusMs: number, body: MentionInput & { source: string }): void {
    const atMs = this.startMs + minute * MINUTE_MS + plusMs;
    const at = new Date(atMs).toISOString();
    this.made.push({ atMs, body: { ...body, publishedAt: at, observedAt: at } });
  }
}

/** Height at `x` of the line through the points; 0 outside. */
function onLine(points: Voice['rate'], x: number): number {
  for (let i = 1; i < points.length; i++) {
    const [fromX, fromY] = points[i - 1] as [number, number];
    const [toX, toY] = points[i] as [number, number];
    if (x >= fromX && x < toX) return fromY + ((toY - fromY) * (x - fromX)) / (toX - fromX);
  }
  return 0;
}
