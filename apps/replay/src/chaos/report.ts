import { KINDS, type Kind } from './kinds.js';
import { MOMENTS } from './moments.js';
import type { RoundResult } from './round.js';

/** One line about one round. */
export function lineOf(round: RoundResult): string {
  const { kind, seed, detail, moment, seen, recoveryMs, acknowledged, alerts, faults, ms } = round;
  const at = moment === 'any' ? '' : `, at ${moment} (${seen ?? 'missed'})`;
  const recovery = recoveryMs === null ? 'never recovered' : `back after ${seconds(recoveryMs)}`;
  const verdict = faults.length === 0 ? 'ok' : 'FAILED';
  const what = `${acknowledged} acknowledged, ${alerts} alerts, ${recovery}`;
  return `${verdict.padEnd(6)} ${kind.padEnd(12)} seed ${seed}: ${what}, round ${seconds(ms)}; ${detail}${at}`;
}

/** The end of the run, one row per kind. */
export function tableOf(rounds: readonly RoundResult[]): string {
  const rows = KINDS.flatMap((kind) => {
    const own = rounds.filter((round) => round.kind === kind);
    return own.length === 0 ? [] : [rowOf(kind, own)];
  });
  const head =
    '| kind | rounds | failures | recovery median | recovery max | acknowledged | alerts |';
  return [head, '|---|---|---|---|---|---|---|', ...rows, rowOf('all', rounds)].join('\n');
}

/** Where the faults struck that were aimed, and whether they hit. */
export function momentsOf(rounds: readonly RoundResult[]): string {
  const rows = MOMENTS.flatMap((moment) => {
    const own = rounds.filter((round) => round.moment === moment);
    if (own.length === 0 || moment === 'any') return [];
    const hit = own.filter(({ seen }) => seen !== null).length;
    const failed = own.filter(({ faults }) => faults.length > 0).length;
    return [`| ${[moment, own.length, hit, failed].join(' | ')} |`];
  });
  return ['| aimed at | rounds | seen under way | failures |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function rowOf(name: Kind | 'all', rounds: readonly RoundResult[]): string {
  const times = rounds.flatMap(({ recoveryMs }) => recoveryMs ?? []).sort((a, b) => a - b);
  const sum = (of: (round: RoundResult) => number): number =>
    rounds.reduce((total, round) => total + of(round), 0);
  const cells = [
    name,
    rounds.length,
    rounds.filter(({ faults }) => faults.length > 0).length,
    seconds(times[times.length >> 1]),
    seconds(times.at(-1)),
    sum(({ acknowledged }) => acknowledged),
    sum(({ alerts }) => alerts),
  ];
  return `| ${cells.join(' | ')} |`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '-' : `${(ms / 1_000).toFixed(2)} s`;
}
