import { SENSITIVITIES } from '@sturmwarte/domain';
import { readChoice, readText, withoutGaps } from '../app/search.js';

export const BACKTEST_WEEKS = [1, 2, 4, 8] as const;
export const SECOND_CHOICES = ['none', ...SENSITIVITIES] as const;

/** What is compared, as it stands in the address: a look back can be sent to a colleague. */
export function readBacktestSearch(raw: Readonly<Record<string, unknown>>) {
  return withoutGaps({
    weeks: readChoice(raw, 'weeks', BACKTEST_WEEKS),
    a: readChoice(raw, 'a', SENSITIVITIES),
    b: readChoice(raw, 'b', SECOND_CHOICES),
    /** Plain rules of a draft, for setting B; see `draft-rules.ts`. */
    rules: readText(raw, 'rules'),
    /** Query of a draft, for setting B. */
    query: readText(raw, 'query'),
  });
}
export type BacktestSearch = ReturnType<typeof readBacktestSearch>;
