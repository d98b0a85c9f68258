import { SENSITIVITIES } from '@sturmwarte/domain';
import { cooldownSchema, headStartSchema } from '@sturmwarte/contracts';
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

function readStart(raw: unknown): number | undefined {
  const parsed = headStartSchema.safeParse(raw);
  return parsed.success ? (parsed.data ?? undefined) : undefined;
}

function readRest(raw: unknown): number | undefined {
  return cooldownSchema.safeParse(raw).data;
}

export type BacktestSearch = ReturnType<typeof readBacktestSearch>;
