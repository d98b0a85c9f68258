import type { Polarity } from '@sturmwarte/domain';
import { detectLanguage } from '../language/detect-language.js';
import type { Lang } from '../language/lang.js';
import type { Column, Lexicon } from '../lexicon/lexicon.js';
import { COLUMN, ROLE } from '../lexicon/lexicon.js';
import { standardLexicon } from '../lexicon/standard-lexicon.js';
import { Automaton, Hits } from '../match/automaton.js';
import { WordStream } from '../match/word-stream.js';
import { logOdds, toPermille } from './calibrate.js';
import { weighWords } from './emphasis.js';
import { FEATURES, readFeatures } from './features.js';
import type {
  ClassifyInput,
  EvidenceWord,
  Judgement,
  LogOddsCorrection,
  ModelVersion,
  PolarityProvider,
} from './judgement.js';
import { findMutedWords } from './muted-words.js';
import type { Tally } from './score-words.js';
import { emptyTally, scoreWords } from './score-words.js';
import { WordSheet } from './word-sheet.js';

const RULES: ModelVersion = { id: 'lexicon', version: '1' };
const COLUMN_OF: Readonly<Record<Lang, Column>> = {
  de: COLUMN.de,
  en: COLUMN.en,
  other: COLUMN.mixed,
  unknown: COLUMN.mixed,
};
const NO_WORDS = new Uint8Array(0);

/** A provider that answers at once. */
export interface LexiconProvider extends PolarityProvider {
  classify(batch: readonly ClassifyInput[]): readonly Judgement[];
}

/**
 * The lexicon and its rules, in any language they know; with `correction`, trained weights add to the
 * log-odds and the model's name tells so. Never throws on text of any kind.
 */
export function createLexiconProvider(
  options: { lexicon?: Lexicon; correction?: LogOddsCorrection } = {},
): LexiconProvider {
  return new RuleJudge(options.lexicon ?? standardLexicon(), options.correction);
}

let standard: LexiconProvider | undefined;

/** The second look with the standard lexicon. */
export function classify(batch: readonly ClassifyInput[]): readonly Judgement[] {
  return (standard ??= createLexiconProvider()).classify(batch);
}

class RuleJudge implements LexiconProvider {
  readonly id: string;
  readonly version: string;
  private readonly automaton: Automaton;
  private readonly stream = new WordStream();
  private readonly hits = new Hits();
  private readonly sheet = new WordSheet();
  private readonly features = new Float64Array(FEATURES.length);
  private readonly odds = new Float64Array(3);

  constructor(
    private readonly lexicon: Lexicon,
    private readonly correction: LogOddsCorrection | undefined,
  ) {
    this.automaton = new Automaton(lexicon.patterns);
    this.id = correction ? `${RULES.id}+${correction.id}` : RULES.id;
    this.version = correction ? `${RULES.version}+${correction.version}` : RULES.version;
  }

  classify(batch: readonly ClassifyInput[]): readonly Judgement[] {
    return batch.map((input) => this.judge(input));
  }

  private judge({ text, lang: claimed, muted }: ClassifyInput): Judgement {
    const { lang, confidence } = detectLanguage(text, claimed);
    const column = COLUMN_OF[lang];
    const { stream, hits, sheet, lexicon, features, odds } = this;
    stream.reset().append(text);
    this.automaton.run(stream, hits);
    sheet.fill(stream, hits, lexicon, column);
    const subject = muted?.length ? findMutedWords(stream, muted) : NO_WORDS;
    this.silence(subject, column);
    const { factors, shouting } = weighWords(text, stream, subject);
    const tally = scoreWords(sheet, stream, lexicon, column, emptyTally(), factors);
    logOdds(readFeatures(tally, stream, shouting, features), column, odds);
    if (this.correction)
      this.correction.correct(text, lang).forEach((more, i) => {
        odds[i] = (odds[i] as number) + more;
      });
    const p = toPermille(odds);
    return {
      label: labelOf(p),
      p,
      lang,
      langConfidence: confidence,
      evidence: this.evidence(text),
      arousal: arousalOf(tally, stream, shouting),
      aggressive: tally.insults + tally.threats > 0,
      model: { id: this.id, version: this.version },
    };
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

  private evidence(text: string): EvidenceWord[] {
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
}

function labelOf(p: Judgement['p']): Polarity {
  if (p.neg >= p.neu && p.neg >= p.pos) return 'negative';
  return p.pos > p.neu ? 'positive' : 'neutral';
}

function arousalOf(tally: Tally, stream: WordStream, shouting: number): number {
  const raw =
    0.9 * tally.heated +
    0.9 * tally.insults +
    0.7 * tally.threats +
    0.25 * Math.min(4, stream.exclamations) +
    1.2 * shouting +
    0.12 * Math.min(10, tally.negative + tally.positive);
  return Math.round(1000 * (1 - Math.exp(-raw / 2)));
}
