import type { Column, Lexicon } from '../lexicon/lexicon.js';
import { COLUMN, FLAG, ROLE } from '../lexicon/lexicon.js';
import type { WordStream } from '../match/word-stream.js';
import { BREAK } from '../match/word-stream.js';
import type { WordSheet } from './word-sheet.js';

/** What the rules found in one text; masses in units of one strong word being about 2. */
export interface Tally {
  negative: number;
  positive: number;
  strongestNegative: number;
  strongestPositive: number;
  /** Value of the last word with feeling: endings weigh more. */
  last: number;
  /** Negations that met no word with feeling. */
  bareNegations: number;
  insults: number;
  threats: number;
  heated: number;
  selves: number;
  links: number;
}

export function emptyTally(): Tally {
  return clearTally({} as Tally);
}

/** Back to nothing found, for reuse. */
export function clearTally(tally: Tally): Tally {
  tally.negative = tally.positive = tally.strongestNegative = tally.strongestPositive = 0;
  tally.last = tally.bareNegations = tally.insults = tally.threats = tally.heated = 0;
  tally.selves = tally.links = 0;
  return tally;
}

const REACH_BEFORE = 4;
const REACH_AFTER = 3;
const NEGATED_POSITIVE = -0.8;
const NEGATED_NEGATIVE = -0.35;
const STRONGER = 1.4;
const WEAKER = 0.65;
const BEFORE_CONTRAST = 0.6;
const AFTER_CONTRAST = 1.25;

/**
 * Applies the rules to a filled sheet and writes each word's part into `sheet.value`:
 * negation up to four words before (in German also up to three after: "gefällt mir nicht"), never across
 * a comma or sentence end; intensifiers and diminishers directly before (or after one negation);
 * "but" shifts weight to what follows. `emphasis` (per word, optional) multiplies on top.
 */
export function scoreWords(
  sheet: WordSheet,
  stream: WordStream,
  lexicon: Lexicon,
  column: Column,
  tally: Tally,
  emphasis?: Float32Array,
): Tally {
  const { entry, value } = sheet;
  const { role, weight, flags } = lexicon.columns[column];
  const { breaks } = stream;
  const trailing = column !== COLUMN.en;
  let sentence = 0;
  let negator = -99;
  let negatorUsed = true;
  let scale = 1;
  let scaleAt = -99;
  let shift = 1;
  let hopeful = -99;

  for (let w = 0; w < sheet.words; w++) {
    const before = breaks[w] as number;
    if ((before & (BREAK.clause | BREAK.sentence)) !== 0) {
      if (!negatorUsed) tally.bareNegations++;
      negator = hopeful = scaleAt = -99;
      negatorUsed = true;
      if ((before & BREAK.sentence) !== 0) {
        sentence = w;
        shift = 1;
      }
    }
    value[w] = 0;
    const index = (entry[w] as number) - 1;
    if (index < 0) continue;
    switch (role[index]) {
      case ROLE.polar: {
        let part = (weight[index] as number) / 10;
        if (scaleAt >= w - 2) part *= scale;
        const negated = negator >= w - REACH_BEFORE;
        if (negated) {
          part *= part > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
          negatorUsed = true;
        } else if (part > 0) hopeful = w;
        if (emphasis) part *= emphasis[w] as number;
        value[w] = part * shift;
        if (!negated) {
          const bits = flags[index] as number;
          if (bits !== 0) {
            if (bits & FLAG.insult) tally.insults++;
            if (bits & FLAG.threat) tally.threats++;
            if (bits & FLAG.heated) tally.heated++;
          }
        }
        break;
      }
      case ROLE.negator:
        if (trailing && hopeful >= w - REACH_AFTER && (value[hopeful] as number) > 0) {
          value[hopeful] = (value[hopeful] as number) * NEGATED_POSITIVE;
          hopeful = -99;
          break;
        }
        if (!negatorUsed) tally.bareNegations++;
        negator = w;
        negatorUsed = false;
        break;
      case ROLE.intensifier:
        scale = scaleAt === w - 1 ? scale * STRONGER : STRONGER;
        scaleAt = w;
        break;
      case ROLE.diminisher:
        scale = WEAKER;
        scaleAt = w;
        break;
      case ROLE.contrast:
        for (let k = sentence; k < w; k++) value[k] = (value[k] as number) * BEFORE_CONTRAST;
        shift = AFTER_CONTRAST;
        negator = hopeful = -99;
        break;
      case ROLE.self:
        tally.selves++;
        break;
      case ROLE.link:
        tally.links++;
        break;
    }
  }
  if (!negatorUsed) tally.bareNegations++;
  return sum(value, sheet.words, tally);
}

function sum(value: Float32Array, words: number, tally: Tally): Tally {
  for (let w = 0; w < words; w++) {
    const part = value[w] as number;
    if (part === 0) continue;
    tally.last = part;
    if (part < 0) {
      tally.negative -= part;
      if (-part > tally.strongestNegative) tally.strongestNegative = -part;
    } else {
      tally.positive += part;
      if (part > tally.strongestPositive) tally.strongestPositive = part;
    }
  }
  return tally;
}
