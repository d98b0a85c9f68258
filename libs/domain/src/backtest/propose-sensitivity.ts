import type { Sensitivity } from '../sensitivity.js';
import type { Verdict } from './judge-alarms.js';

/** Less than this says nothing: chance would choose. */
export const LEAST_WEEKS = 2;
export const LEAST_LABELS = 3;
/** More false alarms a week are not proposed, whatever they would find. */
const MOST_FALSE_PER_WEEK = 1;
/** One false alarm less may be chance. */
const LEAST_SPARED = 2;

/** Figures of a proposal: what is now, and what would have been. */
export interface ProposalFigures {
  readonly storms: number;
  readonly missedNow: number;
  readonly missedThen: number;
  /** False alarms people named, in the whole time. */
  readonly falseNow: number;
  readonly falseThen: number;
  /** A week, at worst: as if every alarm nobody has judged were a false one. */
  readonly falsePerWeekNow: number;
  readonly falsePerWeekThen: number;
}

export type SensitivityProposal =
  | { readonly kind: 'thin'; readonly weeks: number; readonly labels: number }
  | { readonly kind: 'keep'; readonly weeks: number; readonly labels: number }
  | {
      readonly kind: 'change';
      readonly weeks: number;
      readonly labels: number;
      readonly to: Sensitivity;
      /** It would have found storms, or spared false alarms and missed none more. */
      readonly why: 'finds' | 'spares';
      readonly figures: ProposalFigures;
    };

/** From what people said of the past, the better choice, if one is plainly better. Nothing changes by itself. */
export function proposeSensitivity(
  current: Sensitivity,
  verdicts: ReadonlyMap<Sensitivity, Verdict>,
  labels: number,
): SensitivityProposal {
  const now = verdicts.get(current);
  const weeks = now?.weeks ?? 0;
  if (now === undefined || weeks < LEAST_WEEKS || labels < LEAST_LABELS) {
    return { kind: 'thin', weeks, labels };
  }
  const others = [...verdicts].filter(([preset]) => preset !== current);
  const finding = others
    .filter(([, then]) => then.caught > now.caught && atWorst(then) <= MOST_FALSE_PER_WEEK)
    .sort(([, a], [, b]) => b.caught - a.caught || atWorst(a) - atWorst(b));
  const sparing = others
    .filter(
      ([, then]) =>
        then.caught >= now.caught &&
        now.falseAlarms - then.falseAlarms >= LEAST_SPARED &&
        atWorst(then) < atWorst(now),
    )
    .sort(([, a], [, b]) => b.caught - a.caught || atWorst(a) - atWorst(b));
  const [best] = finding.length > 0 ? finding : sparing;
  if (best === undefined) return { kind: 'keep', weeks, labels };
  const [to, then] = best;
  const why = finding.length > 0 ? 'finds' : 'spares';
  return { kind: 'change', weeks, labels, to, why, figures: figuresOf(now, then) };
}

function figuresOf(now: Verdict, then: Verdict): ProposalFigures {
  return {
    storms: now.storms,
    missedNow: now.storms - now.caught,
    missedThen: then.storms - then.caught,
    falseNow: now.falseAlarms,
    falseThen: then.falseAlarms,
    falsePerWeekNow: atWorst(now),
    falsePerWeekThen: atWorst(then),
  };
}

function atWorst({ falseAlarms, unjudged, weeks }: Verdict): number {
  return (falseAlarms + unjudged) / weeks;
}
