import { parseArgs } from 'node:util';
import { DEFAULT_SENSITIVITY, SENSITIVITIES } from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';

export interface BacktestOptions {
  readonly counts: string;
  readonly out: string;
  readonly scores: string | null;
  /** Each row stands for this many minutes. */
  readonly binMinutes: number;
  readonly preset: Sensitivity;
}

export const USAGE = `usage: backtest --counts FILE.csv --out alerts.ndjson [--scores FILE.csv] [--bin-minutes 1]
                [--preset ${SENSITIVITIES.join('|')}]
  in:  topic,minute,total,negative   ordered by minute; a minute without a row had no mention
  out: {"topic":"CRM","at":"2015-03-05T10:42:00Z","level":3}   one line per level change`;

/** Throws an Error with one clear sentence for a wrong command line. */
export function readOptions(args: readonly string[]): BacktestOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      counts: { type: 'string' },
      out: { type: 'string' },
      scores: { type: 'string' },
      'bin-minutes': { type: 'string', default: '1' },
      preset: { type: 'string', default: DEFAULT_SENSITIVITY },
    },
  });
  if (values.counts === undefined || values.out === undefined) {
    throw new Error('--counts and --out are needed');
  }
  const binMinutes = Number(values['bin-minutes']);
  if (!Number.isInteger(binMinutes) || binMinutes < 1 || binMinutes > 60) {
    throw new Error(
      `--bin-minutes ${values['bin-minutes']}: a whole number from 1 to 60 is needed`,
    );
  }
  const preset = SENSITIVITIES.find((known) => known === values.preset);
  if (preset === undefined)
    throw new Error(`--preset ${values.preset}: one of ${SENSITIVITIES.join(', ')} is needed`);
  const { counts, out, scores = null } = values;
  return { counts, out, scores, binMinutes, preset };
}
