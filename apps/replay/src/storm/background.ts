import { minuteOf } from '@sturmwarte/domain';
import type { Read } from '../entry.js';
import { streamOf } from './chance.js';
import type { Library } from './compose-storm.js';
import { Crowd } from './crowd.js';
import type { Ordinary } from './ordinary-week.js';
import { Pen } from './pen.js';
import { QuietTeller } from './quiet-teller.js';
import type { Tongue } from './speech.js';
import { Voices } from './voices.js';

const PEOPLE = 3_000;

export interface Background {
  readonly brand: string;
  readonly rival: string;
  readonly languages: Readonly<Record<Tongue, number>>;
  readonly ordinary: Ordinary;
  readonly seed: number;
  /** Where it begins, ms. */
  readonly fromMs: number;
}

/** Ordinary life around a brand and its rival, without end; in bounded memory, as slowly as it is read. */
export function* background(options: Background, library: Library): Generator<Read> {
  const { seed, ordinary, languages, brand, rival, fromMs } = options;
  const pen = new Pen(`b${minuteOf(fromMs)}-${seed}-`, streamOf(seed, 'pen'));
  const crowd = new Crowd(PEOPLE, 'p', streamOf(seed, 'crowd'));
  const tellers = [brand, rival].map((about, index) => {
    const random = streamOf(seed, `background ${index}`);
    const voices = new Voices({ brand: about, languages }, library.books, random);
    const share = index === 0 ? ordinary : { ...ordinary, perHour: ordinary.perHour / 3 };
    return new QuietTeller(share, { crowd, outlets: library.outlets, voices, pen, random });
  });
  for (let minute = minuteOf(fromMs); ; minute++) {
    for (const teller of tellers) teller.tell(minute);
    for (const entry of pen.take()) yield { entry };
  }
}
