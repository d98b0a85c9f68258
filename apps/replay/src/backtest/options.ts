import { parseArgs } from 'node:util';
import {
  DEFAULT_SENSITIVITY,
  LEAST_HEAD_START,
  MOST_HEAD_START,
  SENSITIVITIES,
} from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';

/** A table of counts, or the stored history of a topic. */
export type CountsFrom =
  | { readonly counts: string; readonly peaks: string | null }
  | { readonly database: string; readonly topic: number; readonly timeZone: string };

export interface BacktestOptions {
  readonly from: CountsFrom;
  readonly out: string;
  readonly scores: string | null;
  /** Each row stands for this many minutes. */
  readonly binMinutes: number;
  /** Null: what the topic has, else standard. */
  readonly preset: Sensitivity | null;
  /** A number instead of what a preset gives; null: as the preset says. */
  readonly headStart: number | null;
}

export const USAGE = `usage: backtest --counts FILE.csv --out alerts.ndjson [--scores FILE.csv] [--bin-minutes 1]
                [--preset ${SENSITIVITIES.join('|')} | --head-start ${LEAST_HEAD_START}..${MOST_HEAD_START}] [--peaks FILE.csv]
       backtest --topic ID [--database URL] [--time-zone Europe/Berlin] --out alerts.ndjson ...
  in:  topic,minute,total,negative   ordered by minute; a minute without a row had no mention
       or what a server has stored of a topic in twelve weeks (database: else DATABASE_URL; zone: else TIME_ZONE), with
       the topic's own rules, choice, cooldown and planned peaks
  peaks: topic,from,until,multiple   ISO times; no topic: all of them; no multiple: four times as much as usual
  out: {"topic":"CRM","at":"2015-03-05T10:42:00Z","level":3}   one line per level change`;

/** Throws an Error with one clear sentence for a wrong command line. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): BacktestOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      counts: { type: 'string' },
      topic: { type: 'string' },
      database: { type: 'string' },
      'time-zone': { type: 'string' },
      out: { type: 'string' },
      scores: { type: 'string' },
      'bin-minutes': { type: 'string', default: '1' },
      preset: { type: 'string' },
      'head-start': { type: 'string' },
      peaks: { type: 'string' },
    },
  });
  const { counts, topic, out, scores = null } = values;
  if (out === undefined || (counts === undefined) === (topic === undefined)) {
    throw new Error('--out is needed, and either --counts or --topic');
  }
  const binMinutes = Number(values['bin-minutes']);
  const mostMinutes = topic === undefined ? 60 : 1;
  if (!Number.isInteger(binMinutes) || binMinutes < 1 || binMinutes > mostMinutes) {
    throw new Error(
      `--bin-minutes ${values['bin-minutes']}: a whole number from 1 to ${mostMinutes} is needed`,
    );
  }
  const preset = SENSITIVITIES.find((known) => known === values.preset) ?? null;
  if (preset === null && values.preset !== undefined)
    throw new Error(`--preset ${values.preset}: one of ${SENSITIVITIES.join(', ')} is needed`);
  const headStart = readHeadStart(values['head-start']);
  if (headStart !== null && preset !== null)
    throw new Error('--preset and --head-start say the same thing: one of them');
  const { peaks = null } = values;
  const rest = { out, scores, binMinutes, headStart };
  if (counts !== undefined)
    return { from: { counts, peaks }, ...rest, preset: preset ?? DEFAULT_SENSITIVITY };
  if (peaks !== null)
    throw new Error('--peaks goes with --counts; a topic has those of its calendar');
  const database = values.database ?? env['DATABASE_URL'];
  if (database === undefined) throw new Error('--topic needs --database or DATABASE_URL');
  const id = Number(topic);
  if (!Number.isInteger(id) || id < 1) throw new Error(`--topic ${topic}: a number is needed`);
  const timeZone = values['time-zone'] ?? env['TIME_ZONE'] ?? 'Europe/Berlin';
  return { from: { database, topic: id, timeZone }, ...rest, preset };
}

function readHeadStart(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = text.trim() === '' ? NaN : Number(text);
  if (number >= LEAST_HEAD_START && number <= MOST_HEAD_START) return number;
  throw new Error(
    `--head-start ${text}: a number from ${LEAST_HEAD_START} to ${MOST_HEAD_START} is needed`,
  );
}
