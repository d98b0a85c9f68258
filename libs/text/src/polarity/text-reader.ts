import type { Column, Lexicon } from '../lexicon/lexicon.js';
import { ROLE } from '../lexicon/lexicon.js';
import { Automaton, Hits } from '../match/automaton.js';
import { WordStream } from '../match/word-stream.js';
import { weighWords } from './emphasis.js';
import { FEATURES, readFeatures } from './features.js';
import type { EvidenceWord } from './judgement.js';
import { findMutedWords } from './muted-words.js';
import { clearTally, emptyTally, scoreWords } from './score-words.js';
import { WordSheet } from './word-sheet.js';

const NO_WORDS = new Uint8Array(0);

/** Reads one text after another with the lexicon and the rules; what it found stays until the next `read`. */
export class TextReader {
  readonly features = new Float64Array(FEATURES.length);
  readonly tally = emptyTally();
  readonly stream = new WordStream();
  shouting = 0;
  private readonly automaton: Automaton;
  private readonly hits = new Hits();
  private readonly sheet = new WordSheet();

  constructor(private readonly lexicon: Lexicon) {
    this.automaton = new Automaton(lexicon.patterns);
  }

  read(text: string, column: Column, muted: readonly string[] = []): this {
    const { stream, hits, sheet, lexicon } = this;
    stream.reset().append(text);
    this.automaton.run(stream, hits);
    sheet.fill(stream, hits, lexicon, column);
    const subject = muted.length > 0 ? findMutedWords(stream, muted) : NO_WORDS;
    this.silence(subject, column);
    const { factors, shouting } = weighWords(text, stream, subject);
    this.shouting = shouting;
    scoreWords(sheet, stream, lexicon, column, clearTally(this.tally), factors);
    readFeatures(this.tally, stream, shouting, this.features);
    return this;
  }

  /** The words that moved the judgement of the text just read. */
  evidence(text: string): EvidenceWord[] {
    const { sheet, stream, lexicon } = this;
    const words: EvidenceWord[] = [];
    for (let w = 0; w < sheet.words; w++) {
      const weight = Math.round((sheet.value[w] as number) * 100) / 100;
      if (weight === 0) continue;
      const span = lexicon.patterns[(sheet.entry[w] as number) - 1]?.words ?? 1;
      const start = stream.starts[w - span + 1] as number;
      const end = stream.ends[w] as number;
      words.push({ term: text.slice(start, end), start, end, weight });
    }
    return words;
  }

  /** An entry falls silent when any of its words is a word of the subject. */
  private silence(subject: Uint8Array, column: Column): void {
    const { sheet, lexicon } = this;
    const { role } = lexicon.columns[column];
    for (let w = 0; w < subject.length; w++) {
      const index = (sheet.entry[w] as number) - 1;
      if (index < 0 || role[index] !== ROLE.polar) continue;
      const words = lexicon.patterns[index]?.words ?? 1;
      for (let k = 0; k < words; k++)
        if (subject[w - k] === 1) {
          sheet.silence(w, w);
          break;
        }
    }
  }
}
