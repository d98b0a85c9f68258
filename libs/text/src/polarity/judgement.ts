import type { Permille, Polarity } from '@sturmwarte/domain';
import type { Lang } from '../language/lang.js';

/** One text to judge. */
export interface ClassifyInput {
  /** Title and body joined by a line break. Plain text. */
  readonly text: string;
  /** Language tag as the source claims it; tips the balance where the text tells little. */
  readonly lang?: string;
  /**
   * Words that must not count as feeling: the words of the topic's query (`mutedTerms`), brand names, and
   * words in more than a tenth of the stream (`frequentTerms`). A * at either end is open.
   */
  readonly muted?: readonly string[];
}

/** A word that moved the judgement; offsets in UTF-16 units of the input text, `weight` below 0 is negative. */
export interface EvidenceWord {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

export interface ModelVersion {
  readonly id: string;
  readonly version: string;
}

export interface Judgement {
  /** The largest of `p`. */
  readonly label: Polarity;
  /** Calibrated probabilities in thousandths; they sum to 1000. */
  readonly p: { readonly neg: Permille; readonly neu: Permille; readonly pos: Permille };
  readonly lang: Lang;
  readonly langConfidence: Permille;
  /** In the order of the text. */
  readonly evidence: readonly EvidenceWord[];
  /** How heated the wording is (capitals, exclamation marks, insults, strong words). */
  readonly arousal: Permille;
  /** Insults or threatens. */
  readonly aggressive: boolean;
  readonly model: ModelVersion;
}

/** Anything that judges texts: the rules here, trained weights, a model a user brings. One answer per input, in order. */
export interface PolarityProvider extends ModelVersion {
  classify(batch: readonly ClassifyInput[]): readonly Judgement[] | Promise<readonly Judgement[]>;
}

/** Trained weights that correct the rules: what they add to the log-odds of negative, neutral, positive. */
export interface LogOddsCorrection extends ModelVersion {
  correct(text: string, lang: Lang): readonly [number, number, number];
}
