import type { Random } from '../scenario/random.js';
import { gammaNoise, poisson } from './chance.js';

/** How a wave grows and ends. Minutes count from its first post. */
export interface WaveShape {
  /** People it can reach; it dies down as they have spoken. */
  readonly crowd: number;
  /** How many posts a post breeds while nobody has spoken yet; above 1 it takes off. */
  readonly reproduction: number;
  readonly firstPosts: number;
  /** From there on the news bring people in who would not have heard of it. */
  readonly news?: { readonly atMinute: number; readonly crowd: number };
}

/** What a post breeds comes after so long, minutes, in these shares: a power law as a sum of exponentials. */
const MEMORY_MINUTES = [3, 12, 48, 192, 768, 6_000];
const MEMORY_SHARE = [0.223, 0.222, 0.158, 0.113, 0.081, 0.203];
const DECAY = MEMORY_MINUTES.map((tau) => Math.exp(-1 / tau));
const GAIN = MEMORY_SHARE.map((share, j) => share * (1 - (DECAY[j] ?? 0)));

/** Part of the news' crowd that speaks by itself, spread over this time. */
const NEWS_SHARE = 0.1;
const NEWS_MINUTES = 120;
const NOISE_SHAPE = 2;
const ATTEMPTS = 200;
const TOOK_OFF = 0.5;

/**
 * Posts per minute of a storm: every post breeds others with a long memory, fewer as the crowd is used up, twice
 * shaken by chance (gamma, then Poisson). `activity`: how awake people are in a minute of the wave, 1 on average.
 * Drawn again until it takes off: half the crowd has spoken by the end. Throws RangeError if it never does.
 */
export function selfExciting(
  shape: WaveShape,
  minutes: number,
  activity: (minute: number) => number,
  random: Random,
): Int32Array {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const posts = oneWave(shape, minutes, activity, random);
    const sum = posts.reduce((all, count) => all + count, 0);
    if (sum >= TOOK_OFF * shape.crowd) return posts;
  }
  throw new RangeError(`no wave of ${shape.crowd} took off within ${minutes} minutes`);
}

function oneWave(
  { crowd, reproduction, firstPosts, news }: WaveShape,
  minutes: number,
  activity: (minute: number) => number,
  random: Random,
): Int32Array {
  const posts = new Int32Array(minutes);
  const memory = new Float64Array(MEMORY_MINUTES.length);
  let spoken = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const inTheNews = news !== undefined && minute >= news.atMinute;
    const reachable = crowd + (inTheNews ? news.crowd : 0);
    let rate = 0;
    for (let j = 0; j < memory.length; j++) {
      rate += memory[j] ?? 0;
      memory[j] = (memory[j] ?? 0) * (DECAY[j] ?? 0);
    }
    rate *= reproduction * Math.max(0, 1 - spoken / reachable);
    if (inTheNews && minute < news.atMinute + NEWS_MINUTES) {
      rate += (news.crowd * NEWS_SHARE) / NEWS_MINUTES;
    }
    rate *= activity(minute) * gammaNoise(random, NOISE_SHAPE);
    const born = (minute === 0 ? firstPosts : 0) + poisson(random, rate);
    posts[minute] = born;
    spoken += born;
    for (let j = 0; j < memory.length; j++) memory[j] = (memory[j] ?? 0) + born * (GAIN[j] ?? 0);
  }
  return posts;
}
