import type { Polarity } from '@sturmwarte/domain';
import { detectLanguage } from '../language/detect-language.js';
import type { Lang } from '../language/lang.js';
import type { Column, Lexicon } from '../lexicon/lexicon.js';
import { COLUMN } from '../lexicon/lexicon.js';
import { standardLexicon } from '../lexicon/standard-lexicon.js';
import type { WordStream } from '../match/word-stream.js';
import { logOdds, toPermille } from './calibrate.js';
import type {
  ClassifyInput,
  Judgement,
  LogOddsCorrection,
  ModelVersion,
  PolarityProvider,
} from './judgement.js';
import type { Tally } from './score-words.js';
import { TextReader } from './text-reader.js';

const RULES: ModelVersion = { id: 'lexicon', version: '1' };
const COLUMN_OF: Readonly<Record<Lang, Column>> = {
  de: COLUMN.de,
  en: COLUMN.en,
  other: COLUMN.mixed,
  unknown: COLUMN.mixed,
};

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
  private readonly reader: TextReader;
  private readonly odds = new Float64Array(3);

  constructor(
    lexicon: Lexicon,
    private readonly correction: LogOddsCorrection | undefined,
  ) {
    this.reader = new TextReader(lexicon);
    this.id = correction ? `${RULES.id}+${correction.id}` : RULES.id;
    this.version = correction ? `${RULES.version}+${correction.version}` : RULES.version;
  }

  classify(batch: readonly ClassifyInput[]): readonly Judgement[] {
    return batch.map((input) => this.judge(input));
  }

  private judge({ text, lang: claimed, muted }: ClassifyInput): Judgement {
    const { lang, confidence } = detectLanguage(text, claimed);
    const column = COLUMN_OF[lang];
    const { odds, reader } = this;
    reader.read(text, column, muted);
    logOdds(reader.features, column, odds);
    if (this.correction)
      this.correction.correct(text, lang).forEach((more, i) => {
        odds[i] = (odds[i] as number) + more;
      });
    const p = toPermille(odds);
    const { tally, stream, shouting } = reader;
    return {
      label: labelOf(p),
      p,
      lang,
      langConfidence: confidence,
      evidence: reader.evidence(text),
      arousal: arousalOf(tally, stream, shouting),
      aggressive: tally.insults + tally.threats > 0,
      model: { id: this.id, version: this.version },
    };
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
