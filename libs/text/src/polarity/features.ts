import type { WordStream } from '../match/word-stream.js';
import { BREAK } from '../match/word-stream.js';
import type { Tally } from './score-words.js';

/** Order of the numbers a judgement rests on; weights in `calibration.data.ts` follow it. */
export const FEATURES = [
  'bias',
  'negative',
  'positive',
  'net',
  'strongestNegative',
  'strongestPositive',
  'last',
  'silent',
  'bareNegations',
  'questions',
  'exclamations',
  'insults',
  'threats',
  'heated',
  'selves',
  'links',
  'length',
  'reply',
  'shouting',
] as const;

/** Fills `into` (length of FEATURES). `shouting`: share of words in capitals or drawn out, 0 where unknown. */
export function readFeatures(
  tally: Tally,
  stream: WordStream,
  shouting: number,
  into: Float64Array,
): Float64Array {
  const net = tally.positive - tally.negative;
  into[0] = 1;
  into[1] = Math.log1p(tally.negative);
  into[2] = Math.log1p(tally.positive);
  into[3] = net / Math.sqrt(net * net + 6);
  into[4] = tally.strongestNegative / 2;
  into[5] = tally.strongestPositive / 2;
  into[6] = tally.last / 3;
  into[7] = tally.negative + tally.positive === 0 ? 1 : 0;
  into[8] = Math.min(2, tally.bareNegations);
  into[9] = Math.min(2, stream.questions);
  into[10] = Math.min(3, stream.exclamations) / 2;
  into[11] = Math.min(2, tally.insults);
  into[12] = Math.min(2, tally.threats);
  into[13] = Math.min(2, tally.heated);
  into[14] = Math.min(3, tally.selves) / 2;
  into[15] = Math.min(1, tally.links);
  into[16] = Math.log1p(stream.words) / 3;
  into[17] = stream.words > 0 && ((stream.breaks[0] as number) & BREAK.handle) !== 0 ? 1 : 0;
  into[18] = shouting;
  return into;
}
