import type { Column, Lexicon, LexiconColumn } from '../lexicon/lexicon.js';
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
const REACH_IRONY = 6;
const SOURING = -1.1;
const IRONIC = -0.4;

/**
 * Applies the rules to a filled sheet and writes each word's part into `sheet.value`:
 * negation up to four words before (in German also up to three after: "gefällt mir nicht"), never across
 * a comma or sentence end; intensifiers and diminishers directly before (or after one negation);
 * "but" shifts weight to what follows; thanks and praise turn sour when something bad follows at once
 * ("Great, another delay"). `emphasis` (per word, optional) multiplies on top.
 */
export function scoreWords(
  sheet: WordSheet,
  stream: WordStream,
  lexicon: Lexicon,
  column: Column,
  tally: Tally,
  emphasis?: Float32Array,
): Tally {
  const scorer = new WordScorer(
    sheet,
    lexicon.columns[column],
    column !== COLUMN.en,
    tally,
    emphasis,
  );
  for (let w = 0; w < sheet.words; w++) scorer.word(w, stream.breaks[w] as number);
  if (!scorer.negatorUsed) tally.bareNegations++;
  return sum(sheet.value, sheet.words, tally);
}

const NOWHERE = -99;

/** Walks through one text and remembers what still reaches the next word. */
class WordScorer {
  negatorUsed = true;
  private sentence = 0;
  private negator = NOWHERE;
  private scale = 1;
  private scaleAt = NOWHERE;
  private shift = 1;
  /** Last positive word a trailing "nicht" may turn. */
  private hopeful = NOWHERE;
  /** Last praise that something bad may turn into irony. */
  private praise = NOWHERE;

  constructor(
    private readonly sheet: WordSheet,
    private readonly column: LexiconColumn,
    private readonly trailing: boolean,
    private readonly tally: Tally,
    private readonly emphasis: Float32Array | undefined,
  ) {}

  word(w: number, before: number): void {
    if ((before & (BREAK.clause | BREAK.sentence)) !== 0) this.endClause(w, before);
    this.sheet.value[w] = 0;
    const index = (this.sheet.entry[w] as number) - 1;
    if (index < 0) return;
    switch (this.column.role[index]) {
      case ROLE.polar:
        return this.polar(w, index);
      case ROLE.negator:
        return this.negate(w);
      case ROLE.intensifier:
        if (this.column.weight[index] !== 0 && !this.polarFollows(w)) return this.polar(w, index);
        this.scale = this.scaleAt === w - 1 ? this.scale * STRONGER : STRONGER;
        this.scaleAt = w;
        return;
      case ROLE.diminisher:
        this.scale = WEAKER;
        this.scaleAt = w;
        return;
      case ROLE.contrast:
        return this.turn(w);
      case ROLE.self:
        this.tally.selves++;
        return;
      case ROLE.link:
        this.tally.links++;
        return;
      default:
        return;
    }
  }

  private endClause(w: number, before: number): void {
    if (!this.negatorUsed) this.tally.bareNegations++;
    this.negator = this.hopeful = this.scaleAt = NOWHERE;
    this.negatorUsed = true;
    if ((before & BREAK.sentence) === 0) return;
    this.praise = NOWHERE;
    this.sentence = w;
    this.shift = 1;
  }

  private polar(w: number, index: number): void {
    const { value } = this.sheet;
    let part = (this.column.weight[index] as number) / 10;
    if (this.scaleAt >= w - 2) part *= this.scale;
    const flags = this.column.flags[index] as number;
    if (this.negator >= w - REACH_BEFORE) {
      part *= part > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
      this.negatorUsed = true;
    } else {
      if (part > 0) this.hopeful = w;
      if (flags & FLAG.insult) this.tally.insults++;
      if (flags & FLAG.threat) this.tally.threats++;
      if (flags & FLAG.heated) this.tally.heated++;
      if (flags & FLAG.praise && part > 0) this.praise = w;
    }
    if (part <= SOURING && this.praise >= w - REACH_IRONY) {
      value[this.praise] = (value[this.praise] as number) * IRONIC;
      this.praise = NOWHERE;
    }
    if (this.emphasis) part *= this.emphasis[w] as number;
    value[w] = part * this.shift;
  }

  private negate(w: number): void {
    const { value } = this.sheet;
    const { hopeful } = this;
    if (this.trailing && hopeful >= w - REACH_AFTER && (value[hopeful] as number) > 0) {
      value[hopeful] = (value[hopeful] as number) * NEGATED_POSITIVE;
      this.hopeful = NOWHERE;
      return;
    }
    if (!this.negatorUsed) this.tally.bareNegations++;
    this.negator = w;
    this.negatorUsed = false;
  }

  private turn(w: number): void {
    const { value } = this.sheet;
    for (let k = this.sentence; k < w; k++) value[k] = (value[k] as number) * BEFORE_CONTRAST;
    this.shift = AFTER_CONTRAST;
    this.negator = this.hopeful = this.praise = NOWHERE;
  }

  private polarFollows(w: number): boolean {
    const next = w + 1 < this.sheet.words ? (this.sheet.entry[w + 1] as number) - 1 : -1;
    return next >= 0 && this.column.role[next] === ROLE.polar;
  }
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
