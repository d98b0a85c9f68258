import { classify } from '@sturmwarte/text';
import { ANGRY, angryText } from './mentions.js';
import { ruleNumber, THRESHOLD } from './threshold.js';

export interface ExactText {
  readonly text: string;
  /** What a plain rule asks for, so that exactly the mention that crosses the threshold meets it. */
  readonly negatives: number;
}

/** The first angry text with which a rule is exact, as this server judges it today. */
export function exactText(): ExactText {
  for (const text of ANGRY) {
    const [judgement] = classify([{ text: angryText(0, text), lang: 'de' }]);
    const negatives = ruleNumber((judgement?.p.neg ?? 0) / 1_000, THRESHOLD.negatives);
    if (negatives !== null) return { text, negatives };
  }
  throw new Error('no text makes a rule exact: the judgement has changed');
}
