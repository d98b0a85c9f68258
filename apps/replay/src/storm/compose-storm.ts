import { MINUTE_MS, minuteOf } from '@sturmwarte/domain';
import type { Entry } from '../entry.js';
import { streamOf } from './chance.js';
import { Crowd } from './crowd.js';
import { FloodTeller } from './flood-teller.js';
import { LoudTeller } from './loud-teller.js';
import { Pen } from './pen.js';
import type { Plan } from './plan.js';
import type { Outlet } from './press.js';
import { QuietTeller } from './quiet-teller.js';
import type { Phrasebook, Tongue } from './speech.js';
import { Voices } from './voices.js';
import { WaveTeller } from './wave-teller.js';

const HOUR_MS = 60 * MINUTE_MS;
const PEOPLE = 6_000;

/** What the tellers need beside a plan: the words and the media. */
export interface Library {
  readonly books: Readonly<Record<Tongue, Phrasebook>>;
  readonly outlets: readonly Outlet[];
}

/** Times of a story on a day (midnight UTC), ms: history from `fromMs`, the story from `startMs` to `endMs`. */
export function planTimes(
  { startHour, historyMinutes, minutes }: Plan,
  dayMs: number,
): { readonly fromMs: number; readonly startMs: number; readonly endMs: number } {
  const startMs = dayMs + startHour * HOUR_MS;
  return {
    fromMs: startMs - historyMinutes * MINUTE_MS,
    startMs,
    endMs: startMs + minutes * MINUTE_MS,
  };
}

/** The whole story in the order it is sent. The same plan, seed and day give the same mentions, to the letter. */
export function composeStorm(plan: Plan, seed: number, dayMs: number, library: Library): Entry[] {
  const { fromMs, startMs, endMs } = planTimes(plan, dayMs);
  const pen = new Pen(`s${seed}-`, streamOf(seed, 'pen'));
  const tellers = tellersOf(plan, seed, minuteOf(startMs), pen, library);
  for (let minute = minuteOf(fromMs); minute < minuteOf(endMs); minute++) {
    for (const teller of tellers) teller.tell(minute);
  }
  return pen.take();
}

interface Teller {
  tell(minute: number): void;
}

/** Everybody draws from a stream of their own: another wave does not change the ordinary days. */
function tellersOf(
  plan: Plan,
  seed: number,
  startMinute: number,
  pen: Pen,
  library: Library,
): Teller[] {
  const crowd = new Crowd(PEOPLE, 'p', streamOf(seed, 'crowd'));
  const partsFor = (name: string, brand: string) => {
    const random = streamOf(seed, name);
    const { languages, slots } = plan;
    const voices = new Voices({ brand, languages, slots }, library.books, random);
    return { crowd, outlets: library.outlets, pen, random, voices };
  };
  return [
    new QuietTeller(plan.ordinary, partsFor('ordinary', plan.brand)),
    new QuietTeller(plan.rivalOrdinary, partsFor('rival', plan.rival)),
    ...plan.happenings.map((happening, index): Teller => {
      const parts = partsFor(`${happening.kind} ${index}`, plan.brand);
      switch (happening.kind) {
        case 'wave':
          return new WaveTeller(happening, startMinute, plan.minutes, parts);
        case 'flood':
          return new FloodTeller(happening, startMinute, parts);
        case 'loud':
          return new LoudTeller(happening, startMinute, parts);
      }
    }),
  ];
}
