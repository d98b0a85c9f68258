import {
  LEAST_HEAD_START,
  LONGEST_COOLDOWN_MINUTES,
  MOST_HEAD_START,
  SENSITIVITIES,
} from '@sturmwarte/domain';
import { readChoice, readText, withoutGaps } from '../app/search.js';

export const BACKTEST_WEEKS = [1, 2, 4, 8] as const;
export const SECOND_CHOICES = ['none', ...SENSITIVITIES] as const;

/** What is compared, as it stands in the address: a look back can be sent to a colleague. */
export function readBacktestSearch(raw: Readonly<Record<string, unknown>>) {
  return withoutGaps({
    weeks: readChoice(raw, 'weeks', BACKTEST_WEEKS),
    a: readChoice(raw, 'a', SENSITIVITIES),
    b: readChoice(raw, 'b', SECOND_CHOICES),
    /** Numbers instead of the choices. */
    aStart: readStart(raw['aStart']),
    bStart: readStart(raw['bStart']),
    /** Minutes of rest after an alarm, where it is not the topic's own. */
    aRest: readRest(raw['aRest']),
    bRest: readRest(raw['bRest']),
    /** Plain rules of a draft, for setting B; see `draft-rules.ts`. */
    rules: readText(raw, 'rules'),
    /** Query of a draft, for setting B. */
    query: readText(raw, 'query'),
  });
}

// By hand: the schemas of the contracts would come with the first screen, which reads every address.
function readStart(raw: unknown): number | undefined {
  return typeof raw === 'number' && raw >= LEAST_HEAD_START && raw <= MOST_HEAD_START
    ? raw
    : undefined;
}

function readRest(raw: unknown): number | undefined {
  const isRest = Number.isInteger(raw) && Number(raw) >= 0;
  return isRest && Number(raw) <= LONGEST_COOLDOWN_MINUTES ? Number(raw) : undefined;
}

export type BacktestSearch = ReturnType<typeof readBacktestSearch>;
